// SPDX-License-Identifier: Apache-2.0
// What the stand-in desk answers about load and staffing: eleven people where fourteen are needed.
const hour = 3_600_000;

const served = (people, service_level, mean_wait_seconds, occupancy) => ({ people, service: { service_level, mean_wait_seconds, occupancy } });

export function staffingRoutes(state) {
  const carrying = (id, name, in_hand) => ({ id, name, role: 'agent', presence: 'here', in_hand, cap: 20, effort_minutes: in_hand * 15, promises: in_hand, tightest: null, over: false, shifts_known: true, handlings: 30, occupancy_half_hour: 0.9, occupancy_day: 0.8, alarm: false });
  const workload = () => ({ items: [carrying(state.me.id, state.me.name, 8), carrying(901, 'Reza', 2)], line: { waiting: 9, oldest_since: state.now - 42 * 60_000 }, fairness: { n: 2, gini: 0.3, jain: 0.7 }, efforts: [{ type: 'request', minutes: 15, n: 0 }] });
  const hours = () => Array.from({ length: 168 }, (_, at) => {
    const clock = at % 24;
    const open = clock >= 8 && clock < 17;
    return { at: state.now + at * hour, weekday: Math.floor(at / 24), hour: clock, contacts: open ? 20 + clock : 0, people: open ? 3.5 : 0, needed: open ? (clock > 11 ? 4 : 3) : null };
  });
  function staffing(_of, _body, query) {
    const known = !state.littleHistory;
    const asked = (name, otherwise) => (query.get(name) ? Number(query.get(name)) : otherwise);
    const demand = { contacts_per_hour: asked('contacts_per_hour', known ? 200 : null), handle_seconds: asked('handle_seconds', known ? 180 : null), share_percent: 80, within_seconds: 20, days: known ? 28 : 9, days_needed: 28, contacts: 2140, handlings: 812, what_if: query.size > 0 };
    if (demand.contacts_per_hour === null || demand.handle_seconds === null) return [200, { demand, present: 11, needed: null, rows: [], hours: [], alarm: { sounds_since: null, occupancy: null, people: 0, heard_at: null } }];
    const rows = [{ people: 10, service: null }, served(11, 0.3896, 122.78, 0.9091), served(12, 0.6402, 40.44, 0.8333), served(14, 0.8884, 7.84, 0.7143)];
    return [200, { demand, present: asked('present', 11), needed: 14, rows, hours: known ? hours() : [], alarm: { sounds_since: state.now - 2 * hour, occupancy: 0.931, people: 11, heard_at: state.now } }];
  }
  return [
    ['GET', /^\/workload$/, () => [200, workload()]],
    ['GET', /^\/reliefs$/, () => [200, { items: [], next: null }]],
    ['GET', /^\/workers$/, () => [200, { items: [], next: null }]],
    ['GET', /^\/staffing$/, staffing],
  ];
}
