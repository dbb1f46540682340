// SPDX-License-Identifier: Apache-2.0
// Short notices at the edge of the screen, each with at most one thing to do about it.
import { ref } from 'vue';

export interface Toast {
  id: number;
  text: string;
  label?: string;
  act?: () => void;
}

export const toasts = ref<Toast[]>([]);
let lastId = 0;

export function dismiss(id: number) {
  toasts.value = toasts.value.filter((toast) => toast.id !== id);
}

export function undoLast() {
  const toast = toasts.value.findLast((each) => each.act);
  toast?.act?.();
  if (toast) dismiss(toast.id);
}

export function announce(toast: Omit<Toast, 'id'>, lasts = 10_000) {
  const id = (lastId += 1);
  toasts.value = [...toasts.value.slice(-2), { id, ...toast }];
  setTimeout(() => dismiss(id), lasts);
}
