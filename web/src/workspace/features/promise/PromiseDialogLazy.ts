// SPDX-License-Identifier: Apache-2.0
// The calendar is heavy and rarely needed first; it comes when the first promise is made.
import { defineAsyncComponent } from 'vue';

export default defineAsyncComponent(() => import('./PromiseDialog.vue'));
