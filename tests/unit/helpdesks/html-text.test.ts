// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { htmlToText, withoutLinkTokens } from '../../../lib/helpdesks/html-text';

describe('htmlToText', () => {
  it.each([
    ['keeps paragraphs apart', '<p>one</p><p>two</p>', 'one\n\ntwo'],
    ['keeps line breaks', 'one<br>two<br><br>three', 'one\ntwo\n\nthree'],
    [
      'starts a line for each block',
      '<div>one</div><div>two<div>three</div></div>four',
      'one\ntwo\nthree\nfour',
    ],
    ['collapses white space', ' a \n  b&nbsp;<b> c</b> ', 'a b c'],
    [
      'joins words across inline tags only where there is a space',
      'un<b>think</b>able <i>now</i>',
      'unthinkable now',
    ],
    ['marks bullets', '<ul><li>one</li><li>two</li></ul>after', '- one\n- two\n\nafter'],
    ['numbers ordered lists from their start', '<ol start="3"><li>c</li><li>d</li></ol>', '3. c\n4. d'],
    [
      'indents nested lists',
      '<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>',
      '- one\n  - two\n- three',
    ],
    ['keeps a bullet whose text is in a paragraph', '<ul><li><p>one</p></li></ul>', '- one'],
    ['marks quotes', 'reply<blockquote>one<br>two</blockquote>end', 'reply\n\n> one\n> two\n\nend'],
    ['keeps preformatted text as it is', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    [
      'separates cells',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
      'a | b\n1 | 2',
    ],
    [
      'drops what is not shown',
      '<style>p{}</style><script>alert(1)</script><p hidden>x</p><p style="display: none">y</p>z<!-- c -->',
      'z',
    ],
    [
      'drops pixels, names pictures',
      '<img src="https://t.example/p.gif"><img alt="our logo" src="x">',
      '[our logo]',
    ],
    ['decodes entities once', '&lt;script&gt; &amp;amp; &#8212;', '<script> &amp; —'],
    ['removes bidi and zero-width characters', 'a\u202Eb\u200Bc', 'abc'],
    ['is empty for nothing', '', ''],
  ])('%s', (_name, html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it.each([
    ['<a href="https://a.example/x">here</a>', 'here (https://a.example/x)'],
    ['<a href="https://a.example/x/">a.example/x</a>', 'a.example/x'],
    ['<a href="https://a.example">https://a.example</a>', 'https://a.example'],
    ['<a href="mailto:ada@a.example">Ada</a>', 'Ada (mailto:ada@a.example)'],
    ['<a href="mailto:ada@a.example">ada@a.example</a>', 'ada@a.example'],
    ['<a href="javascript:alert(1)">x</a><a href="data:text/html,y">y</a><a href="/rel">z</a>', 'xyz'],
    ['<a href="https://a.example"><img src="x"></a>end', 'end'],
  ])('turns %s into %s', (html, text) => {
    expect(htmlToText(html)).toBe(text);
  });

  it('runs and loads nothing', () => {
    const before = document.documentElement.outerHTML;
    htmlToText(
      '<img src=x onerror="window.ran = true"><script>window.ran = true</script><svg onload="window.ran = true">',
    );
    expect('ran' in window).toBe(false);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('survives hostile nesting without multiplying the text', () => {
    const deep = `${'<blockquote>'.repeat(1_000)}end`;
    expect(htmlToText(deep)).toMatch(/^(> ){1,8}end$/);
    const wide = `${'<blockquote>'.repeat(100)}${'a<br>'.repeat(1_000)}`;
    expect(htmlToText(wide).length).toBeLessThan(40_000);
  });

  it('takes the parser from the document it is given', () => {
    expect(htmlToText('<p>a</p>', document)).toBe('a');
  });
});

describe('withoutLinkTokens', () => {
  it.each([
    ['see https://a.example/r?id=7&token=abc&x=1 now', 'see https://a.example/r?id=7&token=…&x=1 now'],
    ['https://a.example/#access_token=abc', 'https://a.example/#access_token=…'],
    ['https://user:secret@a.example/x', 'https://a.example/x'],
    ['https://a.example/?X-Amz-Signature=ff&page=2', 'https://a.example/?X-Amz-Signature=…&page=2'],
    ['https://a.example/?author=ada&key=9', 'https://a.example/?author=ada&key=…'],
    ['token=abc outside an address stays', 'token=abc outside an address stays'],
  ])('%s', (text, clean) => {
    expect(withoutLinkTokens(text)).toBe(clean);
    expect(withoutLinkTokens(clean)).toBe(clean);
  });
});
