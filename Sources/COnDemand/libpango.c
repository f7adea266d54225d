#include <pango/pango.h>

#define LIBRARY "libpango-1.0.so.0"
#define PACKAGE "libpango-1.0-0"
#include "ondemand.h"

LATER(PangoAttribute *, pango_attr_font_features_new, (const char *features), features)
LATER(PangoAttribute *, pango_attr_letter_spacing_new, (int letter_spacing), letter_spacing)
LATER(void, pango_attr_list_insert, (PangoAttrList *list, PangoAttribute *attr), list, attr)
LATER(PangoAttrList *, pango_attr_list_new, (void))
LATER(void, pango_attr_list_unref, (PangoAttrList *list), list)
LATER(PangoDirection, pango_context_get_base_dir, (PangoContext *context), context)
LATER(void, pango_context_set_base_dir, (PangoContext *context, PangoDirection direction), context,
      direction)
LATER(void, pango_context_set_language, (PangoContext *context, PangoLanguage *language), context,
      language)
LATER(void, pango_context_set_round_glyph_positions, (PangoContext *context,
      gboolean round_positions), context, round_positions)
LATER(PangoFontDescription *, pango_font_describe_with_absolute_size, (PangoFont *font), font)
LATER(gboolean, pango_font_description_equal, (const PangoFontDescription *desc1,
      const PangoFontDescription *desc2), desc1, desc2)
LATER(void, pango_font_description_free, (PangoFontDescription *desc), desc)
LATER(PangoFontDescription *, pango_font_description_new, (void))
LATER(void, pango_font_description_set_absolute_size, (PangoFontDescription *desc, double size),
      desc, size)
LATER(void, pango_font_description_set_family, (PangoFontDescription *desc, const char *family),
      desc, family)
LATER(void, pango_font_description_set_style, (PangoFontDescription *desc, PangoStyle style), desc,
      style)
LATER(void, pango_font_description_set_weight, (PangoFontDescription *desc, PangoWeight weight),
      desc, weight)
LATER(hb_font_t *, pango_font_get_hb_font, (PangoFont *font), font)
LATER(PangoContext *, pango_font_map_create_context, (PangoFontMap *fontmap), fontmap)
LATER(void, pango_glyph_string_free, (PangoGlyphString *string), string)
LATER(int, pango_glyph_string_get_width, (PangoGlyphString *glyphs), glyphs)
LATER(PangoGlyphString *, pango_glyph_string_new, (void))
LATER(void, pango_glyph_string_set_size, (PangoGlyphString *string, int new_len), string, new_len)
LATER(PangoItem *, pango_item_copy, (PangoItem *item), item)
LATER(void, pango_item_free, (PangoItem *item), item)
LATER(PangoLanguage *, pango_language_from_string, (const char *language), language)
LATER(void, pango_layout_context_changed, (PangoLayout *layout), layout)
LATER(PangoLayoutLine *, pango_layout_get_line_readonly, (PangoLayout *layout, int line), layout,
      line)
LATER(PangoLayoutLine *, pango_layout_line_ref, (PangoLayoutLine *line), line)
LATER(void, pango_layout_line_unref, (PangoLayoutLine *line), line)
LATER(PangoLayout *, pango_layout_new, (PangoContext *context), context)
LATER(void, pango_layout_set_attributes, (PangoLayout *layout, PangoAttrList *attrs), layout, attrs)
LATER(void, pango_layout_set_auto_dir, (PangoLayout *layout, gboolean auto_dir), layout, auto_dir)
LATER(void, pango_layout_set_font_description, (PangoLayout *layout,
      const PangoFontDescription *desc), layout, desc)
LATER(void, pango_layout_set_single_paragraph_mode, (PangoLayout *layout, gboolean setting),
      layout, setting)
LATER(void, pango_layout_set_text, (PangoLayout *layout, const char *text, int length), layout,
      text, length)
