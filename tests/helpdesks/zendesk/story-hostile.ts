import { elena, enterprisePolicy, groups, hours, jonas, odile, organizations, people, tierOne } from './cast';
import { story } from './story';
import type { ZendeskStory } from './wire';

/** Written with escapes, because an editor would hide or reorder them. */
const OVERRIDE = '\u202Eevas ot kcilC\u202C';
const INVISIBLE = 'zero\u200Bwidth\uFEFF and a lone \uD83D and a bell \u0007';

/** #48299: every field a customer can fill, filled with something that wants to be more than text. */
export function hostileStory(): ZendeskStory {
  const attacker = {
    ...odile,
    id: 8_300_099,
    name: '<img src=x onerror=alert(1)> [x](javascript:alert(2))',
    email: 'mallory@hostile.example',
  };
  return story({
    id: 48_299,
    subject: `<script>alert('subject')</script> | \`code\` ${OVERRIDE}`,
    requester: attacker,
    opened: '2026-11-20T10:00:00Z',
    me: elena,
    people: [...people, attacker],
    groups: [{ ...tierOne, name: '**Tier** <b>1</b> | Ops' }, ...groups.slice(1)],
    organizations,
    policy: { ...enterprisePolicy, title: '</textarea><script>alert(3)</script>' },
    hours,
    tags: ['<script>', '](javascript:alert(4))', '--><svg/onload=alert(5)>'],
  })
    .opens(
      [
        '<script>window.pwned = true</script><img src="https://tracker.example/p.gif" onerror="alert(6)">',
        '# Not a heading',
        '```\nnot a fence\n```',
        '| not | a | table |\n|---|---|---|',
        '[click](javascript:alert(7)) <a href="javascript:alert(8)">here</a> [x]: javascript:alert(9)',
        '<!-- not a comment --> &lt;b&gt; &amp;amp; {{ticket.id}}',
        INVISIBLE,
        OVERRIDE,
      ].join('\n\n'),
      {
        rule: { title: '<svg onload=alert(10)>', set: { group: tierOne, priority: 'high' } },
        attachments: [
          { file_name: '../../../etc/passwd\u202Egnp.exe', content_type: 'text/html"><script>', size: -5 },
        ],
      },
    )
    .after(4)
    .customer(`huge ${'W'.repeat(60_000)}`)
    .after(3)
    .customer(
      'See https://acme.zendesk.com/attachments/token/s3cr3tT0ken99/?name=a.png and https://hostile.example/?access_token=abcdef123456&x=1',
    )
    .after(20)
    .reply(jonas, '---\n\n***\n\n1. one\n\n> quote\n\n- [ ] task <details open ontoggle=alert(11)>', {
      assignee: jonas,
      status: 'pending',
    })
    .after(2)
    .raw(jonas, [
      { type: '<script>alert(12)</script>', payload: { deep: { deeper: ['x'] } }, text: 'y'.repeat(5_000) },
      { type: 'Change', field_name: '__proto__', value: 'polluted', previous_value: null },
      { type: 'Change', field_name: 'constructor', value: { toString: 'x' }, previous_value: [] },
    ])
    .asOf('2026-11-20T12:00:00Z');
}
