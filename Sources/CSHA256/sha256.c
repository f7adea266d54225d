#include "sha256.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>
#include <string.h>

bool briefing_has_sha256(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & 1u << 29)) return false;
  // The shuffles besides are those of SSSE3 and SSE4.1.
  return __get_cpuid(1, &a, &b, &c, &d) && c & 1u << 9 && c & 1u << 19;
}

static const uint32_t constants[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

// The state is held as the instructions want it: a b e f, and c d g h.
__attribute__((target("sha,sse4.1"))) static void blocks(
    __m128i *abef, __m128i *cdgh, const uint8_t *bytes, size_t count) {
  const __m128i bigEndian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  for (; count > 0; count--, bytes += 64) {
    __m128i first = *abef, second = *cdgh, words[4];
    for (int i = 0; i < 4; i++) {
      words[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + i), bigEndian);
    }
    for (int i = 0; i < 16; i++) {
      __m128i now = words[i & 3];
      if (i >= 4) {
        // w[t] = s1(w[t-2]) + w[t-7] + s0(w[t-15]) + w[t-16], four together.
        __m128i before = words[(i + 3) & 3];
        now = _mm_sha256msg1_epu32(now, words[(i + 1) & 3]);
        now = _mm_add_epi32(now, _mm_alignr_epi8(before, words[(i + 2) & 3], 4));
        now = words[i & 3] = _mm_sha256msg2_epu32(now, before);
      }
      __m128i sum = _mm_add_epi32(now, _mm_load_si128((const __m128i *)constants + i));
      *cdgh = _mm_sha256rnds2_epu32(*cdgh, *abef, sum);
      *abef = _mm_sha256rnds2_epu32(*abef, *cdgh, _mm_shuffle_epi32(sum, 0x0e));
    }
    *abef = _mm_add_epi32(*abef, first);
    *cdgh = _mm_add_epi32(*cdgh, second);
  }
}

__attribute__((target("sha,sse4.1"))) void briefing_sha256(
    const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  __m128i abef = _mm_set_epi32(0x6a09e667, (int)0xbb67ae85, 0x510e527f, (int)0x9b05688c);
  __m128i cdgh = _mm_set_epi32(0x3c6ef372, (int)0xa54ff53a, 0x1f83d9ab, 0x5be0cd19);
  blocks(&abef, &cdgh, bytes, count / 64);
  // What is left, a 1, and the length in bits.
  uint8_t rest[128] = {0};
  size_t left = count % 64, end = left < 56 ? 64 : 128;
  if (left > 0) memcpy(rest, bytes + count - left, left);
  rest[left] = 0x80;
  for (int i = 0; i < 8; i++) rest[end - 1 - i] = (uint8_t)((uint64_t)count * 8 >> 8 * i);
  blocks(&abef, &cdgh, rest, end / 64);
  uint32_t words[8] = {
      (uint32_t)_mm_extract_epi32(abef, 3), (uint32_t)_mm_extract_epi32(abef, 2),
      (uint32_t)_mm_extract_epi32(cdgh, 3), (uint32_t)_mm_extract_epi32(cdgh, 2),
      (uint32_t)_mm_extract_epi32(abef, 1), (uint32_t)_mm_extract_epi32(abef, 0),
      (uint32_t)_mm_extract_epi32(cdgh, 1), (uint32_t)_mm_extract_epi32(cdgh, 0),
  };
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(words[i / 4] >> (24 - 8 * (i % 4)));
}

#else

bool briefing_has_sha256(void) { return false; }

void briefing_sha256(const uint8_t *bytes, size_t count, uint8_t digest[32]) {
  (void)bytes, (void)count, (void)digest;
}

#endif
