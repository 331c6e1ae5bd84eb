// SPDX-License-Identifier: GPL-3.0-or-later

// What the style of the participants' page has beyond its ground, in order.

#include "list.h"

FILES
NAMED("head.css")
#embed "../../Participants/Style/head.css"
END
NAMED("extras.css")
#embed "../../Participants/Style/extras.css"
END
NAMED("badge.css")
#embed "../../Participants/Style/badge.css"
END
NAMED("control.css")
#embed "../../Participants/Style/control.css"
END
NAMED("bar.css")
#embed "../../Participants/Style/bar.css"
END
NAMED("session.css")
#embed "../../Participants/Style/session.css"
END
NAMED("session-facts.css")
#embed "../../Participants/Style/session-facts.css"
END
NAMED("agenda.css")
#embed "../../Participants/Style/agenda.css"
END
NAMED("session-sizes.css")
#embed "../../Participants/Style/session-sizes.css"
END
NAMED("grid.css")
#embed "../../Participants/Style/grid.css"
END
NAMED("grid-wide.css")
#embed "../../Participants/Style/grid-wide.css"
END
NAMED("sheet.css")
#embed "../../Participants/Style/sheet.css"
END
NAMED("phone.css")
#embed "../../Participants/Style/phone.css"
END
NAMED("print.css")
#embed "../../Participants/Style/print.css"
END
LIST(embedded_page_styles)
