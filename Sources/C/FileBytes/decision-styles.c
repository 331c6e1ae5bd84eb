// SPDX-License-Identifier: GPL-3.0-or-later

// What the log of decisions needs beyond a report's style.

#include "list.h"

FILES
NAMED("decisions.css")
#embed "../../Boards/Style/decisions.css"
END
LIST(embedded_decision_styles)
