// SPDX-License-Identifier: Apache-2.0
// Coming in, being let out, and what happens to a sentence in between.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asked, raise, site, strike, visit } from './stage';

beforeAll(raise);
afterAll(strike);
beforeEach(() => void site.reset());

test('a wrong password says so without saying which was wrong, a right one asks for the code, and the address is kept', async () => {
  Object.assign(site.desk.state, { signedIn: false, secondFactor: 'code_needed' });
  const { page, errors, leave } = await visit('/inbox/all/1002?lang=en');
  await page.getByLabel('E-mail').fill('leila@desk.example');
  await page.getByLabel('Password').fill('guess');
  await page.keyboard.press('Enter');
  await page.getByText('E-mail or password is wrong.').waitFor();
  await page.getByLabel('Password').fill('correct horse');
  await page.keyboard.press('Enter');
  await page.getByLabel('Code').fill('999999');
  await page.keyboard.press('Enter');
  await page.getByText('That code is wrong.').waitFor();
  await page.getByLabel('Code').fill('123 456');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.composer');
  expect(page.url()).toContain('/inbox/all/1002');
  expect(asked('POST', /sign-in/).at(-1)!.body).toMatchObject({ code: '123456' });
  expect(errors).toEqual([]);
  await leave();
});

test('a session that ends over an open draft asks to sign in again and loses nothing', async () => {
  const { page, leave } = await visit('/inbox/mine/1001?lang=en');
  await page.waitForSelector('.composer');
  await page.keyboard.press('r');
  await page.keyboard.type('I was just about');
  site.desk.state.signedIn = false;
  for (const socket of site.desk.state.sockets) socket.close(4003);
  await page.getByText('Your session has ended.').waitFor();
  await page.getByLabel('Password').fill('correct horse');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('[role=dialog]'));
  expect(await page.locator('.paper').inputValue()).toBe('I was just about');
  await leave();
});

test('the first start asks six things and the desk works; what is refused is said at its field', async () => {
  Object.assign(site.desk.state, { signedIn: false, setupNeeded: true });
  const { page, leave } = await visit('/?lang=fi');
  await page.getByLabel('Palvelun nimi').fill('Satamakauppa');
  await page.getByLabel('Palvelun sähköpostiosoite').fill('apu@satama.example');
  await page.getByLabel('Nimesi').fill('Väinö');
  await page.getByLabel('Sähköpostisi kirjautumiseen').fill('vaino@satama.example');
  await page.getByLabel('Salasana').fill('kymmenenmerkkiä');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.inbox');
  expect(asked('POST', /setup/)[0]!.body).toMatchObject({ desk_name: 'Satamakauppa', address: 'apu@satama.example', language: 'fi', name: 'Väinö', zone: 'Europe/Helsinki' });
  await leave();
});

test('the second factor is set up with a picture or by hand, proves itself, and hands out recovery codes', async () => {
  Object.assign(site.desk.state, { signedIn: false, secondFactor: 'setup_needed' });
  site.desk.state.me.second_factor = false;
  const { page, leave } = await visit('/?lang=en');
  await page.getByLabel('E-mail').fill('leila@desk.example');
  await page.getByLabel('Password').fill('correct horse');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.qr');
  expect(await page.locator('.secret').innerText()).toContain('JBSW');
  await page.getByLabel('Code', { exact: true }).fill('123456');
  await page.keyboard.press('Enter');
  await page.getByText('1111-2222').waitFor();
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.waitForSelector('.inbox');
  await leave();
});

test('whoever takes long over the second factor gives the password again and goes on', async () => {
  Object.assign(site.desk.state, { signedIn: false, secondFactor: 'setup_needed' });
  site.desk.state.me.second_factor = false;
  const { page, leave } = await visit('/?lang=en');
  const signIn = async () => {
    await page.getByLabel('E-mail').fill('leila@desk.example');
    await page.getByLabel('Password').fill('correct horse');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.qr');
  };
  await signIn();
  const confirmation = 'POST /me/second-factor/confirmation';
  site.desk.state.refusals.set(confirmation, [403, { kind: 'forbidden', code: 'session.stale', title: 'For this, sign in again.', status: 403 }]);
  await page.getByLabel('Code', { exact: true }).fill('123456');
  await page.keyboard.press('Enter');
  await page.getByLabel('Password').waitFor();
  site.desk.state.refusals.delete(confirmation);
  await signIn();
  await page.getByLabel('Code', { exact: true }).fill('123456');
  await page.keyboard.press('Enter');
  await page.getByText('1111-2222').waitFor();
  await leave();
});

test('an invitation that has run out says so, a good one lets in', async () => {
  site.desk.state.signedIn = false;
  const gone = await visit('/invitation/old?lang=en');
  await gone.page.getByText('This invitation has run out.').waitFor();
  await gone.leave();

  const good = await visit('/invitation/good?lang=en');
  await good.page.getByLabel('Password').fill('a long sentence');
  await good.page.keyboard.press('Enter');
  await good.page.waitForSelector('.inbox');
  await good.leave();
});

test('other sessions are listed and can be ended; settings are refused at their field', async () => {
  const { page, leave } = await visit('/settings/sessions?lang=en');
  await page.getByText('this one').waitFor();
  await page.getByRole('button', { name: 'End it' }).click();
  await page.waitForFunction(() => document.querySelectorAll('.page-list li').length === 1);
  await page.goto(new URL('/settings/people?lang=en', page.url()).href);
  await page.getByLabel('Your name').fill('Mikko');
  await page.getByLabel('E-mail').fill('mikko@desk.example');
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await page.locator('.form-field [role=alert]', { hasText: 'Somebody has this address already.' }).waitFor();
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('email');
  await page.getByLabel('E-mail').fill('kaisa@desk.example');
  await page.getByRole('button', { name: 'Make an invitation' }).click();
  await page.locator('.link-text', { hasText: '/invitation/good' }).waitFor();
  await leave();
});
