// SPDX-License-Identifier: GPL-3.0-or-later

// The style of the board's page, in the order in which its parts overrule each other.

#include "list.h"

FILES
NAMED("tints.css")
#embed "../../BoardPages/Style/tints.css"
END
NAMED("kinds.css")
#embed "../../Pages/Style/kinds.css"
END
NAMED("ground.css")
#embed "../../BoardPages/Style/ground.css"
END
NAMED("frame.css")
#embed "../../BoardPages/Style/frame.css"
END
NAMED("grid.css")
#embed "../../BoardPages/Style/grid.css"
END
NAMED("session.css")
#embed "../../BoardPages/Style/session.css"
END
NAMED("lift.css")
#embed "../../BoardPages/Style/lift.css"
END
NAMED("panel.css")
#embed "../../BoardPages/Style/panel.css"
END
NAMED("dialog.css")
#embed "../../BoardPages/Style/dialog.css"
END
NAMED("narrow.css")
#embed "../../BoardPages/Style/narrow.css"
END
NAMED("forced.css")
#embed "../../BoardPages/Style/forced.css"
END
LIST(embedded_board_styles)
