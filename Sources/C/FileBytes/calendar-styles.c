// SPDX-License-Identifier: GPL-3.0-or-later

// What the page of calendars has besides.

#include "list.h"

FILES
NAMED("calendars.css")
#embed "../../Publications/Style/calendars.css"
END
LIST(embedded_calendar_styles)
