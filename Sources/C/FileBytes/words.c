// SPDX-License-Identifier: GPL-3.0-or-later

// The words of each language.

#include "list.h"

FILES
NAMED("ar.csv")
#embed "../../Languages/Words/ar.csv"
END
NAMED("en.csv")
#embed "../../Languages/Words/en.csv"
END
NAMED("es.csv")
#embed "../../Languages/Words/es.csv"
END
NAMED("fr.csv")
#embed "../../Languages/Words/fr.csv"
END
NAMED("ru.csv")
#embed "../../Languages/Words/ru.csv"
END
NAMED("zh.csv")
#embed "../../Languages/Words/zh.csv"
END
LIST(embedded_words)
