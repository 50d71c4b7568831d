import { describe, expect, it } from 'vitest';
import { ownPath, signInPathFrom } from './own-path';

const CAMPAIGN = '/campaigns/018f0000-0000-7000-8000-000000000001?state=returned&page=2&q=%E9%8A%80';

describe('the path to go on to after signing in', () => {
  it.each(['/gaps', '/people/roles', CAMPAIGN, '/vendors?q=a%26b'])('may be %s', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example/campaigns',
    'javascript:alert(1)',
    'campaigns',
    '/campaigns/../../api/trpc',
    '/api/files/x',
    '/sign-in?next=/gaps',
    '/',
    '',
    `/${'a'.repeat(600)}`,
    '/gaps#x',
    null,
    undefined,
    ['/gaps', '/gaps'],
  ])('may not be %j', (path) => {
    expect(ownPath(path)).toBeNull();
  });

  it('is carried by the sign-in page alone, whole', () => {
    const carried = signInPathFrom('/sign-in?idle=1', CAMPAIGN);
    expect(new URL(carried, 'https://own.invalid').searchParams.get('next')).toBe(CAMPAIGN);
    expect(carried.startsWith('/sign-in?idle=1&next=')).toBe(true);
    expect(signInPathFrom('/sign-in?next=/campaigns', '/gaps?page=2')).toBe('/sign-in?next=%2Fgaps%3Fpage%3D2');
    expect(signInPathFrom('/respond', '/respond/assessments/1')).toBe('/respond');
    expect(signInPathFrom('/sign-in', '//evil.example')).toBe('/sign-in');
  });
});
