// SPDX-License-Identifier: GPL-3.0-or-later

// What the pages beside the participants' page have beyond its ground.

#include "list.h"

FILES
NAMED("plain.css")
#embed "../../Publications/Style/plain.css"
END
LIST(embedded_plain_styles)
