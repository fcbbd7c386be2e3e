/** The look of an HTML file, on screen and on paper: a heading stays with what follows it, a row with itself. */
export const htmlStyle = `
body{max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1b1b1f;background:#fff;font:16px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25}
h2{margin-top:2rem;font-size:1.2rem}
h3{font-size:1rem}
table{width:100%;border-collapse:collapse;font-size:.875rem}
th,td{padding:.3rem .6rem .3rem 0;border-bottom:1px solid #c9c9d1;text-align:left;vertical-align:top}
pre{white-space:pre-wrap}
@page{margin:18mm}
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt}h1,h2,h3,h4{break-after:avoid}tr,li,blockquote,pre{break-inside:avoid}thead{display:table-header-group}p{orphans:3;widows:3}a{color:inherit;text-decoration:none}}
`;

/** Its SHA-256, so that the file's own policy lets this style in and no other. */
export const htmlStyleHash = 'p6w2efitdsNEpdafCpeiHAoRtCHk8mk9RPjy3ak8IIk=';
