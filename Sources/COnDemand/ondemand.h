// Functions of a library that is loaded when one of them is first called.
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

// What a library has under a name; ends the program when there is no such library, as the system's
// loader does.
static void *onDemand(const char *library, const char *package, const char *name) {
  void *handle = dlopen(library, RTLD_LAZY);
  void *found = handle ? dlsym(handle, name) : NULL;
  if (found) return found;
  fprintf(stderr, "error: %s\n  = hint: apt-get install %s\n", dlerror(), package);
  exit(1);
}

// The function `name` as its header declares it.
#define LATER(result, name, parameters, ...)                                       \
  result name parameters {                                                         \
    static __typeof__(&name) known;                                                \
    __typeof__(&name) function = __atomic_load_n(&known, __ATOMIC_RELAXED);        \
    if (!function) {                                                               \
      function = (__typeof__(&name))onDemand(LIBRARY, PACKAGE, #name);             \
      __atomic_store_n(&known, function, __ATOMIC_RELAXED);                        \
    }                                                                              \
    return function(__VA_ARGS__);                                                  \
  }
