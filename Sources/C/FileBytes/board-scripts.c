// SPDX-License-Identifier: GPL-3.0-or-later

// The modules of the board's page, which go by these names.

#include "list.h"

FILES
NAMED("acts.js")
#embed "../../BoardPages/Script/acts.js"
END
NAMED("bar.js")
#embed "../../BoardPages/Script/bar.js"
END
NAMED("board.js")
#embed "../../BoardPages/Script/board.js"
END
NAMED("box.js")
#embed "../../BoardPages/Script/box.js"
END
NAMED("deeds.js")
#embed "../../BoardPages/Script/deeds.js"
END
NAMED("dialog.js")
#embed "../../BoardPages/Script/dialog.js"
END
NAMED("drag.js")
#embed "../../BoardPages/Script/drag.js"
END
NAMED("elements.js")
#embed "../../BoardPages/Script/elements.js"
END
NAMED("events.js")
#embed "../../BoardPages/Script/events.js"
END
NAMED("filter.js")
#embed "../../BoardPages/Script/filter.js"
END
NAMED("find.js")
#embed "../../BoardPages/Script/find.js"
END
NAMED("grid-keys.js")
#embed "../../BoardPages/Script/grid-keys.js"
END
NAMED("grid.js")
#embed "../../BoardPages/Script/grid.js"
END
NAMED("layout.js")
#embed "../../BoardPages/Script/layout.js"
END
NAMED("lift.js")
#embed "../../BoardPages/Script/lift.js"
END
NAMED("marks.js")
#embed "../../BoardPages/Script/marks.js"
END
NAMED("newest.js")
#embed "../../BoardPages/Script/newest.js"
END
NAMED("outbox.js")
#embed "../../BoardPages/Script/outbox.js"
END
NAMED("panel-drafts.js")
#embed "../../BoardPages/Script/panel-drafts.js"
END
NAMED("panel-findings.js")
#embed "../../BoardPages/Script/panel-findings.js"
END
NAMED("panel-history.js")
#embed "../../BoardPages/Script/panel-history.js"
END
NAMED("panel-lifted.js")
#embed "../../BoardPages/Script/panel-lifted.js"
END
NAMED("panel-publish.js")
#embed "../../BoardPages/Script/panel-publish.js"
END
NAMED("panel-session.js")
#embed "../../BoardPages/Script/panel-session.js"
END
NAMED("panel-several.js")
#embed "../../BoardPages/Script/panel-several.js"
END
NAMED("panel-solve.js")
#embed "../../BoardPages/Script/panel-solve.js"
END
NAMED("panel-tables.js")
#embed "../../BoardPages/Script/panel-tables.js"
END
NAMED("panel-unplaced.js")
#embed "../../BoardPages/Script/panel-unplaced.js"
END
NAMED("panel-what-ifs.js")
#embed "../../BoardPages/Script/panel-what-ifs.js"
END
NAMED("panel.js")
#embed "../../BoardPages/Script/panel.js"
END
NAMED("places.js")
#embed "../../BoardPages/Script/places.js"
END
NAMED("publication.js")
#embed "../../BoardPages/Script/publication.js"
END
NAMED("publishing.js")
#embed "../../BoardPages/Script/publishing.js"
END
NAMED("server.js")
#embed "../../BoardPages/Script/server.js"
END
NAMED("several.js")
#embed "../../BoardPages/Script/several.js"
END
NAMED("solves.js")
#embed "../../BoardPages/Script/solves.js"
END
NAMED("store.js")
#embed "../../BoardPages/Script/store.js"
END
NAMED("times.js")
#embed "../../BoardPages/Script/times.js"
END
NAMED("voice.js")
#embed "../../BoardPages/Script/voice.js"
END
NAMED("words.js")
#embed "../../BoardPages/Script/words.js"
END
LIST(embedded_board_scripts)
