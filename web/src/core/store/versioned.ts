// SPDX-License-Identifier: Apache-2.0
// Things the desk tells us about, each with the version it is in.
// News may arrive twice, late, or after our own answer: what is not newer is not news.
import { shallowRef, triggerRef } from 'vue';

interface Versioned {
  readonly id: number;
  readonly version: number;
}

export class VersionedMap<T extends Versioned> {
  readonly #held = shallowRef(new Map<number, T>());
  #announced = false;

  get(id: number): T | undefined {
    return this.#held.value.get(id);
  }

  // Answers whether it was news.
  put(thing: T): boolean {
    const known = this.#held.value.get(thing.id);
    if (known && known.version >= thing.version) return false;
    this.#hold(thing);
    return true;
  }

  // What was fetched is taken in the same version too: whether it is late or read may have changed without the thing itself.
  putAll(things: Iterable<T>) {
    for (const thing of things) if ((this.get(thing.id)?.version ?? -Infinity) <= thing.version) this.#hold(thing);
  }

  #hold(thing: T) {
    this.#held.value.set(thing.id, thing);
    this.#announce();
  }

  forgetAll() {
    this.#held.value = new Map();
  }

  // A burst of fifty events redraws the screen once.
  #announce() {
    if (this.#announced) return;
    this.#announced = true;
    queueMicrotask(() => {
      this.#announced = false;
      triggerRef(this.#held);
    });
  }
}
