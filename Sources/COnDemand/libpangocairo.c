#include <pango/pangocairo.h>

#define LIBRARY "libpangocairo-1.0.so.0"
#define PACKAGE "libpangocairo-1.0-0"
#include "ondemand.h"

LATER(void, pango_cairo_context_set_font_options, (PangoContext *context,
      const cairo_font_options_t *options), context, options)
LATER(cairo_scaled_font_t *, pango_cairo_font_get_scaled_font, (PangoCairoFont *font), font)
LATER(PangoFontMap *, pango_cairo_font_map_new_for_font_type, (cairo_font_type_t fonttype),
      fonttype)
LATER(void, pango_cairo_show_glyph_item, (cairo_t *cr, const char *text,
      PangoGlyphItem *glyph_item), cr, text, glyph_item)
