#include <glib-object.h>

// The header hides functions behind macros of the same names.
#undef g_object_ref

#define LIBRARY "libgobject-2.0.so.0"
#define PACKAGE "libglib2.0-0"
#include "ondemand.h"

LATER(gpointer, g_object_ref, (gpointer object), object)
LATER(void, g_object_unref, (gpointer object), object)
