// SPDX-License-Identifier: GPL-3.0-or-later

// The style of reports, on screen and on paper.

#include "list.h"

FILES
NAMED("report.css")
#embed "../../Reports/Style/report.css"
END
NAMED("report-print.css")
#embed "../../Reports/Style/report-print.css"
END
LIST(embedded_report_styles)
