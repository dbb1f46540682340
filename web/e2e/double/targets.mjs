// SPDX-License-Identifier: Apache-2.0
// The stand-in desk's targets and its calendar.
export function targetRoutes(state, { refuse }) {
  const target = (more) => ({ id: 701, name: 'First answer', metric: 'first_response', within: '4h', deadline_rule: '', counted: 'open_time', account_id: null, severity_least: null, channel: '', type: null, pauses_on_customer: false, share: 90, created_at: state.now, ended_at: null, ...more });
  const share = (hits, n) => ({ hits, n, share: n < 5 ? null : hits / n, limits: n < 5 ? null : { lo: 0.72, hi: 0.95 } });
  const targets = [
    { target: target(), running: 3, met: share(33, 37) },
    { target: target({ id: 702, name: 'Complaints', metric: 'resolution', within: '5d', type: 'complaint', channel: 'mail', severity_least: 2, pauses_on_customer: true, ended_at: state.now }), running: 0, met: share(2, 3) },
  ];
  const preview = () => ({
    from: state.now - 30 * 86_400_000, to: state.now, matched: 38, breached: 2, met: 35, running: 1, cut: false, share: share(35, 37), support: 'unclear',
    cases: [{ id: 1001, ref: 'AM-24817', state: 'breached', started_at: state.now, due_at: state.now, stopped_at: null }, { id: 1002, ref: 'AM-24816', state: 'met', started_at: state.now, due_at: state.now, stopped_at: state.now }],
  });
  const calendar = {
    known_sets: ['FI', 'GR', 'IR', 'US'], holiday_sets: ['FI', 'IR'], worked_days: [], quiet_hours: { from_minute: 1260, to_minute: 480 },
    holidays: [
      { day: '2026-03-21', name: 'نوروز', holiday_set: 'IR', predicted: false, worked: false },
      { day: '2026-05-28', name: 'عید قربان', holiday_set: 'IR', predicted: true, worked: false },
      { day: '2026-12-06', name: 'Itsenäisyyspäivä', holiday_set: 'FI', predicted: false, worked: true },
    ],
  };
  return [
    ['GET', /^\/targets$/, () => [200, { items: targets, next: null }]],
    ['POST', /^\/targets$/, (_of, body) => { targets.push({ target: target({ id: 703, ...body }), running: 0, met: share(0, 0) }); return [201, { target: targets.at(-1).target, history: preview() }]; }],
    ['POST', /^\/targets\/preview$/, (_of, body) => (body.share > 100 ? refuse(422, 'invalid', 'target.share_invalid', 'The share to be met is a whole number from 1 to 100.', 'share') : [200, preview()])],
    ['DELETE', /^\/targets\/(\d+)$/, ([id]) => { const of = targets.find((each) => each.target.id === Number(id)); of.target.ended_at = state.now; return [200, of]; }],
    ['GET', /^\/calendar$/, () => [200, calendar]],
    ['PATCH', /^\/calendar$/, (_of, body) => [200, Object.assign(calendar, body)]],
    ['POST', /^\/calendar\/closed-days$/, () => [200, { added: 1, left_out: 1, closed_days: [...state.settings.closed_days, { day: '2026-12-24', name: 'Jouluaatto' }] }]],
  ];
}
