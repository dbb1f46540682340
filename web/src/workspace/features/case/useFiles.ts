// SPDX-License-Identifier: Apache-2.0
// Files of a reply: each travels to the desk at once, so that sending never waits for them.
import { ref } from 'vue';
import { refusalText } from '@/core/api/refusalText';
import type { Desk } from '@/core/api/httpDesk';
import type { Attachment } from '@/core/api/types';

export interface Travelling {
  readonly key: number;
  readonly name: string;
  readonly failed: string;
  readonly file: File;
}

export function useFiles(desk: Desk, arrived: (file: Attachment) => void) {
  const travelling = ref<Travelling[]>([]);
  let last = 0;

  async function send(file: File, key = (last += 1)) {
    const name = file.name || 'image.png';
    travelling.value = [...travelling.value.filter((each) => each.key !== key), { key, name, failed: '', file }];
    const answer = await desk.upload(file);
    if (answer.ok) {
      travelling.value = travelling.value.filter((each) => each.key !== key);
      return arrived(answer.value);
    }
    travelling.value = travelling.value.map((each) => (each.key === key ? { ...each, failed: refusalText(answer.refusal) } : each));
  }

  const add = (files: Iterable<File>) => void [...files].forEach((file) => void send(file));
  const again = (of: Travelling) => void send(of.file, of.key);
  const drop = (key: number) => void (travelling.value = travelling.value.filter((each) => each.key !== key));
  return { travelling, add, again, drop };
}
