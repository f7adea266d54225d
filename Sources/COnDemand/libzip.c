#include <zip.h>

#define LIBRARY "libzip.so.4"
#define PACKAGE "libzip4"
#include "ondemand.h"

LATER(zip_t *, zip_open_from_source, (zip_source_t *source, int flags, zip_error_t *error), source,
      flags, error)
LATER(zip_int64_t, zip_file_add,
      (zip_t *archive, const char *name, zip_source_t *source, zip_flags_t flags), archive, name,
      source, flags)
LATER(int, zip_file_set_dostime,
      (zip_t *archive, zip_uint64_t index, zip_uint16_t time, zip_uint16_t date, zip_flags_t flags),
      archive, index, time, date, flags)
LATER(int, zip_set_file_compression,
      (zip_t *archive, zip_uint64_t index, zip_int32_t method, zip_uint32_t flags), archive, index,
      method, flags)
LATER(const char *, zip_strerror, (zip_t *archive), archive)
LATER(int, zip_close, (zip_t *archive), archive)
LATER(void, zip_discard, (zip_t *archive), archive)

LATER(zip_source_t *, zip_source_buffer,
      (zip_t *archive, const void *bytes, zip_uint64_t size, int frees), archive, bytes, size,
      frees)
LATER(zip_source_t *, zip_source_buffer_create,
      (const void *bytes, zip_uint64_t size, int frees, zip_error_t *error), bytes, size, frees,
      error)
LATER(void, zip_source_keep, (zip_source_t *source), source)
LATER(int, zip_source_open, (zip_source_t *source), source)
LATER(int, zip_source_stat, (zip_source_t *source, zip_stat_t *stat), source, stat)
LATER(zip_int64_t, zip_source_read, (zip_source_t *source, void *bytes, zip_uint64_t size), source,
      bytes, size)
LATER(int, zip_source_close, (zip_source_t *source), source)
LATER(void, zip_source_free, (zip_source_t *source), source)

LATER(void, zip_error_init, (zip_error_t *error), error)
LATER(const char *, zip_error_strerror, (zip_error_t *error), error)
LATER(void, zip_error_fini, (zip_error_t *error), error)
