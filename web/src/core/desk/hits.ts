// SPDX-License-Identifier: Apache-2.0
// The desk finds texts; a person looks for cases. Each case once, shown by the text in which something is marked.
import type { Hit } from '@/core/api/types';

const isMarked = (hit: Hit) => hit.snippet.includes('\u27e6');

export function onePerCase(hits: readonly Hit[]): Hit[] {
  const best = new Map<number, Hit>();
  for (const hit of hits) {
    const known = best.get(hit.case_id);
    if (!known || (!isMarked(known) && isMarked(hit))) best.set(hit.case_id, hit);
  }
  return [...best.values()];
}
