// SPDX-License-Identifier: Apache-2.0
// What the stand-in desk answers to the boards: the silence watch.
const hour = 3_600_000;
const day = 24 * hour;

export function boardRoutes(state) {
  const rowOf = (of, reasons) => ({
    case: { id: of.id, ref: of.ref, subject: of.subject, status: of.status }, person: { id: of.customer.id, name: of.customer.name }, days: Math.floor((state.now - of.silent_since) / day), since: of.silent_since, told: true,
    last_word: of.last_word, waits_on: ['closed', 'resolved'].includes(of.status) ? null : of.waits_on, owner: of.owner, team: of.team, severity: of.severity_assessed, reasons, next_update_at: of.next_update_at, pull_by: of.pull_by, review_at: of.review_at,
  });
  function silence(_of, _body, query) {
    if (state.nobodySilent) return [200, { total: 0, items: [], tomorrow: { at: state.now + 20 * hour, total: 0, items: [] } }];
    const late = state.cases.filter((of) => of.status === 'open' && of.late);
    const queued = state.cases.filter((of) => of.status === 'queued');
    const closed = state.cases.filter((of) => of.status === 'closed');
    const items = [...late.map((of) => rowOf(of, ['update_late', 'silent'])), ...(query.get('who') === 'mine' ? [] : queued.map((of) => rowOf(of, ['unowned']))), ...closed.map((of) => rowOf({ ...of, last_word: 'customer', severity_assessed: 2 }, ['last_word_theirs']))];
    const coming = state.cases.filter((of) => of.status === 'open' && !of.late).slice(0, 3).map((of) => rowOf(of, ['update_late']));
    return [200, { total: items.length, items, tomorrow: { at: state.now + 20 * hour, total: coming.length, items: coming } }];
  }
  return [['GET', /^\/silence$/, silence]];
}
