// SPDX-License-Identifier: GPL-3.0-or-later

// The script of the participants' page: its parts share one function's scope, and each comes after the parts
// it needs.

#include "list.h"

FILES
NAMED("elements.js")
#embed "../../Participants/Script/elements.js"
END
NAMED("programme.js")
#embed "../../Participants/Script/programme.js"
END
NAMED("language.js")
#embed "../../Participants/Script/language.js"
END
NAMED("voice.js")
#embed "../../Participants/Script/voice.js"
END
NAMED("times.js")
#embed "../../Participants/Script/times.js"
END
NAMED("clock.js")
#embed "../../Participants/Script/clock.js"
END
NAMED("words.js")
#embed "../../Participants/Script/words.js"
END
NAMED("filter.js")
#embed "../../Participants/Script/filter.js"
END
NAMED("filter-panel.js")
#embed "../../Participants/Script/filter-panel.js"
END
NAMED("search.js")
#embed "../../Participants/Script/search.js"
END
NAMED("controls.js")
#embed "../../Participants/Script/controls.js"
END
NAMED("calendar-text.js")
#embed "../../Participants/Script/calendar-text.js"
END
NAMED("export.js")
#embed "../../Participants/Script/export.js"
END
NAMED("lanes.js")
#embed "../../Participants/Script/lanes.js"
END
NAMED("agenda.js")
#embed "../../Participants/Script/agenda.js"
END
NAMED("share.js")
#embed "../../Participants/Script/share.js"
END
NAMED("follow.js")
#embed "../../Participants/Script/follow.js"
END
NAMED("agenda-bar.js")
#embed "../../Participants/Script/agenda-bar.js"
END
NAMED("cells.js")
#embed "../../Participants/Script/cells.js"
END
NAMED("steps.js")
#embed "../../Participants/Script/steps.js"
END
NAMED("grid-keys.js")
#embed "../../Participants/Script/grid-keys.js"
END
NAMED("grid.js")
#embed "../../Participants/Script/grid.js"
END
NAMED("sheet.js")
#embed "../../Participants/Script/sheet.js"
END
NAMED("phases.js")
#embed "../../Participants/Script/phases.js"
END
NAMED("standing.js")
#embed "../../Participants/Script/standing.js"
END
NAMED("day-bar.js")
#embed "../../Participants/Script/day-bar.js"
END
NAMED("now.js")
#embed "../../Participants/Script/now.js"
END
NAMED("views.js")
#embed "../../Participants/Script/views.js"
END
NAMED("welcome.js")
#embed "../../Participants/Script/welcome.js"
END
NAMED("edition.js")
#embed "../../Participants/Script/edition.js"
END
NAMED("freshness.js")
#embed "../../Participants/Script/freshness.js"
END
NAMED("start.js")
#embed "../../Participants/Script/start.js"
END
LIST(embedded_page_scripts)
