// SPDX-License-Identifier: GPL-3.0-or-later

// What the pages of comparisons need beyond a report's style.

#include "list.h"

FILES
NAMED("drawing.css")
#embed "../../Comparing/Style/drawing.css"
END
NAMED("series.css")
#embed "../../Comparing/Style/series.css"
END
NAMED("comparison.css")
#embed "../../Comparing/Style/comparison.css"
END
LIST(embedded_comparison_styles)
