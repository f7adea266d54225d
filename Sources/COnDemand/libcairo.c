#include <cairo-pdf.h>
#include <cairo.h>

#define LIBRARY "libcairo.so.2"
#define PACKAGE "libcairo2"
#include "ondemand.h"

LATER(void, cairo_close_path, (cairo_t *cr), cr)
LATER(cairo_t *, cairo_create, (cairo_surface_t *target), target)
LATER(void, cairo_curve_to, (cairo_t *cr, double x1, double y1, double x2, double y2, double x3,
      double y3), cr, x1, y1, x2, y2, x3, y3)
LATER(void, cairo_destroy, (cairo_t *cr), cr)
LATER(void, cairo_fill_preserve, (cairo_t *cr), cr)
LATER(cairo_font_options_t *, cairo_font_options_create, (void))
LATER(void, cairo_font_options_destroy, (cairo_font_options_t *options), options)
LATER(void, cairo_font_options_set_antialias, (cairo_font_options_t *options,
      cairo_antialias_t antialias), options, antialias)
LATER(void, cairo_font_options_set_hint_metrics, (cairo_font_options_t *options,
      cairo_hint_metrics_t hint_metrics), options, hint_metrics)
LATER(void, cairo_font_options_set_hint_style, (cairo_font_options_t *options,
      cairo_hint_style_t hint_style), options, hint_style)
LATER(cairo_surface_t *, cairo_image_surface_create, (cairo_format_t format, int width,
      int height), format, width, height)
LATER(cairo_surface_t *, cairo_image_surface_create_from_png_stream, (cairo_read_func_t read_func,
      void *closure), read_func, closure)
LATER(unsigned char *, cairo_image_surface_get_data, (cairo_surface_t *surface), surface)
LATER(cairo_format_t, cairo_image_surface_get_format, (cairo_surface_t *surface), surface)
LATER(int, cairo_image_surface_get_height, (cairo_surface_t *surface), surface)
LATER(int, cairo_image_surface_get_stride, (cairo_surface_t *surface), surface)
LATER(int, cairo_image_surface_get_width, (cairo_surface_t *surface), surface)
LATER(void, cairo_line_to, (cairo_t *cr, double x, double y), cr, x, y)
LATER(void, cairo_move_to, (cairo_t *cr, double x, double y), cr, x, y)
LATER(void, cairo_new_path, (cairo_t *cr), cr)
LATER(void, cairo_paint, (cairo_t *cr), cr)
LATER(void, cairo_pattern_add_color_stop_rgba, (cairo_pattern_t *pattern, double offset,
      double red, double green, double blue, double alpha), pattern, offset, red, green, blue,
      alpha)
LATER(cairo_pattern_t *, cairo_pattern_create_linear, (double x0, double y0, double x1, double y1),
      x0, y0, x1, y1)
LATER(void, cairo_pattern_destroy, (cairo_pattern_t *pattern), pattern)
LATER(cairo_surface_t *, cairo_pdf_surface_create_for_stream, (cairo_write_func_t write_func,
      void *closure, double width_in_points, double height_in_points), write_func, closure,
      width_in_points, height_in_points)
LATER(void, cairo_pdf_surface_set_metadata, (cairo_surface_t *surface,
      cairo_pdf_metadata_t metadata, const char *utf8), surface, metadata, utf8)
LATER(void, cairo_restore, (cairo_t *cr), cr)
LATER(void, cairo_save, (cairo_t *cr), cr)
LATER(void, cairo_scale, (cairo_t *cr, double sx, double sy), cr, sx, sy)
LATER(void, cairo_set_dash, (cairo_t *cr, const double *dashes, int num_dashes, double offset), cr,
      dashes, num_dashes, offset)
LATER(void, cairo_set_fill_rule, (cairo_t *cr, cairo_fill_rule_t fill_rule), cr, fill_rule)
LATER(void, cairo_set_line_cap, (cairo_t *cr, cairo_line_cap_t line_cap), cr, line_cap)
LATER(void, cairo_set_line_join, (cairo_t *cr, cairo_line_join_t line_join), cr, line_join)
LATER(void, cairo_set_line_width, (cairo_t *cr, double width), cr, width)
LATER(void, cairo_set_scaled_font, (cairo_t *cr, const cairo_scaled_font_t *scaled_font), cr,
      scaled_font)
LATER(void, cairo_set_source, (cairo_t *cr, cairo_pattern_t *source), cr, source)
LATER(void, cairo_set_source_rgb, (cairo_t *cr, double red, double green, double blue), cr, red,
      green, blue)
LATER(void, cairo_set_source_rgba, (cairo_t *cr, double red, double green, double blue,
      double alpha), cr, red, green, blue, alpha)
LATER(void, cairo_set_source_surface, (cairo_t *cr, cairo_surface_t *surface, double x, double y),
      cr, surface, x, y)
LATER(void, cairo_show_page, (cairo_t *cr), cr)
LATER(void, cairo_show_text_glyphs, (cairo_t *cr, const char *utf8, int utf8_len,
      const cairo_glyph_t *glyphs, int num_glyphs, const cairo_text_cluster_t *clusters,
      int num_clusters, cairo_text_cluster_flags_t cluster_flags), cr, utf8, utf8_len, glyphs,
      num_glyphs, clusters, num_clusters, cluster_flags)
LATER(cairo_status_t, cairo_status, (cairo_t *cr), cr)
LATER(const char *, cairo_status_to_string, (cairo_status_t status), status)
LATER(void, cairo_stroke_preserve, (cairo_t *cr), cr)
LATER(void, cairo_surface_destroy, (cairo_surface_t *surface), surface)
LATER(void, cairo_surface_finish, (cairo_surface_t *surface), surface)
LATER(void, cairo_surface_flush, (cairo_surface_t *surface), surface)
LATER(cairo_status_t, cairo_surface_status, (cairo_surface_t *surface), surface)
LATER(cairo_status_t, cairo_surface_write_to_png_stream, (cairo_surface_t *surface,
      cairo_write_func_t write_func, void *closure), surface, write_func, closure)
LATER(void, cairo_translate, (cairo_t *cr, double tx, double ty), cr, tx, ty)
LATER(void, cairo_user_to_device, (cairo_t *cr, double *x, double *y), cr, x, y)
