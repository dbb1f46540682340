// SPDX-License-Identifier: Apache-2.0
// What the stand-in desk answers to the boards: the silence watch, the promises and their figures.
const hour = 3_600_000;
const day = 24 * hour;

export function boardRoutes(state) {
  const silentFor = (of) => (of.id % 7) * day + 5 * hour;
  const rowOf = (of, reasons) => ({
    case: { id: of.id, ref: of.ref, subject: of.subject, status: of.status }, person: { id: of.customer.id, name: of.customer.name }, days: of.id % 7, since: state.now - silentFor(of), told: true,
    last_word: of.last_word, waits_on: ['closed', 'resolved'].includes(of.status) ? null : of.waits_on, owner: of.owner, team: of.team, severity: of.severity_assessed, reasons, next_update_at: of.next_update_at, pull_by: of.pull_by, review_at: of.review_at,
  });
  function silence(_of, _body, query) {
    if (state.nobodySilent) return [200, { total: 0, items: [], tomorrow: { at: state.now + 20 * hour, total: 0, items: [] } }];
    const late = state.cases.filter((of) => of.status === 'open' && of.late);
    const queued = state.cases.filter((of) => of.status === 'queued');
    const closed = state.cases.filter((of) => of.status === 'closed');
    const items = [...late.map((of) => rowOf(of, ['update_late', 'silent'])), ...(query.get('who') === 'mine' ? [] : queued.map((of) => rowOf(of, ['unowned']))), ...closed.map((of) => rowOf({ ...of, last_word: 'customer', severity_assessed: 2 }, ['last_word_theirs']))];
    items.sort((a, b) => b.days - a.days);
    const coming = state.cases.filter((of) => of.status === 'open' && !of.late).slice(0, 3).map((of) => rowOf(of, ['update_late']));
    return [200, { total: items.length, items, tomorrow: { at: state.now + 20 * hour, total: coming.length, items: coming } }];
  }

  // The promises of the sample's cases, and an update for every case that has one to come.
  const cards = () => state.cases.filter((of) => !['closed', 'resolved', 'spam', 'merged'].includes(of.status)).flatMap((of) => {
    const about = { case: { id: of.id, ref: of.ref, subject: of.subject, status: of.status }, person: { id: of.customer.id, name: of.customer.name } };
    const own = of.promises.map((each) => ({ id: each.id, kind: each.kind, side: each.side, text: each.text, ...about, due_at: each.due_at, original_due_at: each.original_due_at, keeper: each.keeper, state: each.fulfilled_late_at ? 'late' : each.state, ended_at: each.ended_at }));
    const update = { id: 50_000 + of.id, kind: 'update', side: 'us', text: null, ...about, due_at: of.next_update_at, original_due_at: of.next_update_at, keeper: of.owner, state: of.next_update_at < state.now ? 'broken' : 'open', ended_at: null };
    return of.next_update_at === null || own.length ? own : [...own, update];
  });
  const spans = { late: [0, state.now], soon: [state.now, state.now + 2 * hour], today: [state.now + 2 * hour, state.now + 11 * hour], week: [state.now + 11 * hour, state.now + 7 * day] };
  function column(name, query) {
    if (name === 'kept') return cards().filter((each) => each.state === 'kept');
    const [from, to] = spans[name];
    return cards().filter((each) => each.side === (query.get('side') ?? 'us') && ['open', 'broken'].includes(each.state) && each.due_at >= from && each.due_at < to).sort((a, b) => a.due_at - b.due_at);
  }
  const board = (_of, _body, query) => [200, { columns: ['late', 'soon', 'today', 'week', 'kept'].map((name) => ({ name, total: column(name, query).length, items: column(name, query).slice(0, 20) })) }];
  function promises(_of, _body, query) {
    const from = Number(query.get('after') ?? 0);
    const all = column(query.get('column'), query);
    return [200, { items: all.slice(from, from + 50), next: from + 50 < all.length ? String(from + 50) : null }];
  }

  const share = (name, n, value, low, high) => ({ name, unit: 'share', n, value, low, high });
  const silent = (name, n, value) => ({ name, unit: 'milliseconds', n, value, low: null, high: null });
  const figures = () => [200, {
    from: state.now - 84 * day, to: state.now, longest: { id: 1002, ref: 'AM-24816', subject: 'Η παραγγελία δεν ήρθε' },
    items: [share('kept_rate', 586, 0.88, 0.85, 0.9), share('kept_rate_outcome', 24, 0.75, 0.55, 0.88), share('kept_rate_update', 560, 0.89, 0.86, 0.91), share('kept_rate_appointment', 2, null, null, null), share('told_before_breach', 70, 0.4, 0.29, 0.52), share('kept_to_first_date', 586, 0.84, 0.81, 0.87), share('moved_or_released', 610, 0.04, 0.03, 0.06), silent('longest_silence', 310, 6 * day), silent('median_silence', 310, 19 * hour)],
    by_week: Array.from({ length: 12 }, (_none, n) => ({ from: state.now - (84 - 7 * n) * day, to: state.now - (77 - 7 * n) * day, n: n === 11 ? 3 : 48 + n, value: n === 11 ? null : 0.85, low: n === 11 ? null : 0.73, high: n === 11 ? null : 0.92 })),
  }];
  const behind = (_of, _body, query) => [200, { items: cards().slice(0, 8).map((each, n) => ({ case: { id: each.case.id, ref: each.case.ref, subject: each.case.subject }, person: each.person.name, ...(query.get('name').endsWith('silence') ? { promise_id: null, kind: null, state: null } : { promise_id: each.id, kind: each.kind, state: n % 4 ? 'kept' : 'broken' }), counts: n % 4 > 0, from: state.now - (n + 2) * day, to: state.now - n * day })), next: null }];
  const calibration = () => [200, state.calibration ?? { nominal: 0.8, n: 214, kept: 0.81, limits: { lo: 0.75, hi: 0.86 }, alarm: false, aimed_at: 0.805, undecided: 12 }];
  return [
    ['GET', /^\/figures\/calibration$/, calibration], ['GET', /^\/silence$/, silence], ['GET', /^\/promises\/board$/, board], ['GET', /^\/promises$/, promises], ['GET', /^\/figures\/promises$/, figures], ['GET', /^\/figures\/promises\/cases$/, behind],
  ];
}
