// SPDX-License-Identifier: GPL-3.0-or-later

// The part of the participants' page's style that the pages beside it have too: colours, type and buttons.

#include "list.h"

FILES
NAMED("colour.css")
#embed "../../Participants/Style/colour.css"
END
NAMED("kinds.css")
#embed "../../Pages/Style/kinds.css"
END
NAMED("base.css")
#embed "../../Participants/Style/base.css"
END
NAMED("button.css")
#embed "../../Participants/Style/button.css"
END
NAMED("frame.css")
#embed "../../Participants/Style/frame.css"
END
LIST(embedded_page_ground)
