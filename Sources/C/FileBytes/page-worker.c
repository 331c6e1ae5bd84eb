// SPDX-License-Identifier: GPL-3.0-or-later

// The worker that keeps the participants' page on devices.

#include "list.h"

FILES
NAMED("service-worker.js")
#embed "../../Participants/Worker/service-worker.js"
END
LIST(embedded_page_worker)
