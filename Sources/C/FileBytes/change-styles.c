// SPDX-License-Identifier: GPL-3.0-or-later

// What the pages of changes have besides.

#include "list.h"

FILES
NAMED("changes.css")
#embed "../../Publications/Style/changes.css"
END
LIST(embedded_change_styles)
