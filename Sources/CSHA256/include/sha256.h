#ifndef BRIEFING_SHA256_H
#define BRIEFING_SHA256_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether the processor has instructions for SHA-256.
bool briefing_has_sha256(void);

// The digest of some bytes, where it has.
void briefing_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]);

#endif
