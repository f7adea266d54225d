#include <pango/pangofc-fontmap.h>

#define LIBRARY "libpangoft2-1.0.so.0"
#define PACKAGE "libpangoft2-1.0-0"
#include "ondemand.h"

LATER(void, pango_fc_font_map_set_config, (PangoFcFontMap *fcfontmap, FcConfig *fcconfig),
      fcfontmap, fcconfig)
