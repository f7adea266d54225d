#include <fontconfig/fontconfig.h>

#define LIBRARY "libfontconfig.so.1"
#define PACKAGE "libfontconfig1"
#include "ondemand.h"

LATER(FcBool, FcConfigAppFontAddFile, (FcConfig *config, const FcChar8 *file), config, file)
LATER(FcConfig *, FcConfigCreate, (void))
LATER(void, FcConfigDestroy, (FcConfig *config), config)
LATER(FcBool, FcConfigParseAndLoadFromMemory, (FcConfig *config, const FcChar8 *buffer,
      FcBool complain), config, buffer, complain)
LATER(FcBool, FcConfigSetCurrent, (FcConfig *config), config)
