# Tickets for what is rare and easily read wrongly: the hours a clock change repeats or leaves out, merges of
# merges, a ticket opened for somebody else, statuses of the site's own, odd files. Run by seed.pl, whose words it uses.
use strict;
use warnings;
use utf8;
use POSIX ();
use Time::Local ();

our (%user, %queue, %field, %ticket);

sub opened_by {
    my ($key, $queue, %ticket) = @_;
    my $t = RT::Ticket->new(current($key));
    my ($id, undef, $message) = $t->Create(Queue => $queue{$queue}->Id, %ticket);
    return good($id, $message);
}

# ---------------------------------------------------------------- clock changes

# Each pair shows one wall time to somebody: 02:30 in Berlin on 25 October, 01:30 in New York on 1 November. On
# 29 March Berlin goes from 01:59:59 to 03:00:00, on 8 March New York does.
at('2026-03-08 06:59:58');
my $clock = $ticket{clockChange} = mail_in('zofia', 'Tier 1', undef, subject => 'The night report is an hour off', text => "Please look at the night report.\n");
at('2026-03-08 06:59:59'); note('dana', $clock, text => 'The last second before.');
at('2026-03-08 07:00:00'); web_reply('dana', $clock, text => "The first second after.\n");
at('2026-03-29 00:59:59'); note('jonas', $clock, text => 'The last second before.');
at('2026-03-29 01:00:00'); status('jonas', $clock, 'stalled');
for my $night (['2026-10-25', '00', '01', 'jonas'], ['2026-11-01', '05', '06', 'dana']) {
    my ($day, $summer, $winter, $who) = @$night;
    for my $hour ($summer, $winter) {
        at("$day $hour:00:00"); note($who, $clock, text => 'On the hour.');
        at("$day $hour:30:15"); mail_in('zofia', 'Tier 1', $clock, subject => 'Re: The night report', text => "Still an hour off.\n");
        at("$day $hour:30:16"); web_reply($who, $clock, text => "We are looking.\n");
        at("$day $hour:59:59"); priority($who, $clock, $hour + 10);
    }
    at("$day $winter:59:59"); due($who, $clock, "$day $summer:30:15");
}

# ---------------------------------------------------------------- merges

# Two into one, and one of the two had swallowed a third before.
my %part;
for my $part (['a', '2026-04-01 08:00:00'], ['b', '2026-04-01 08:05:00'], ['c', '2026-04-01 08:10:00'], ['d', '2026-04-01 08:15:00']) {
    at($part->[1]);
    $part{ $part->[0] } = mail_in('theo', 'Tier 1', undef, subject => "Pallet count differs, report $part->[0]", text => "Report $part->[0].\n");
}
at('2026-04-01 09:00:00'); note('jonas', $part{c}, text => 'Doppelt, wird zusammengeführt.');
at('2026-04-01 09:01:00'); priority('jonas', $part{c}, 70);
at('2026-04-01 09:02:00'); good(ticket_for('jonas', $part{c})->MergeInto($part{b}));
at('2026-04-01 09:03:00'); good(ticket_for('mira', $part{b})->MergeInto($part{a}));
at('2026-04-01 09:03:00'); good(ticket_for('mira', $part{d})->MergeInto($part{a}));
at('2026-04-01 09:30:00'); web_reply('jonas', $part{a}, text => "Wir haben Ihre vier Meldungen zusammengelegt.\n");
@ticket{qw(mergeOfMerges mergedTwice)} = @part{qw(a c)};

# ---------------------------------------------------------------- a bit of everything

at('2026-04-02 07:00:00');
my $odd = $ticket{odd} = opened_by('mira', 'Tier 1', Subject => "  Anruf: \x{201C}Wareneingang\x{201D} <b>klemmt</b>\t ", Requestor => $user{zofia}->EmailAddress,
    InitialPriority => 50, TimeWorked => 5, MIMEObj => mime(text => "Zofia called: the goods-in gate does not open.\n"));
at('2026-04-02 07:10:00'); unwatch('mira', $odd, 'Requestor', 'zofia'); watcher('mira', $odd, 'Requestor', 'theo');
at('2026-04-02 07:20:00');
mail_in('theo', 'Tier 1', $odd, subject => 'Re: Wareneingang', html => '<p>Only <b>HTML</b> here &amp; nothing else.<br>Second line</p><!-- no --><style>p{}</style>');
my @names = ('../../etc/passwd', "Lieferschein \x{201E}M\x{E4}rz\x{201C} <1>&2.pdf", ('x' x 180) . '.txt', "gnp.\x{202E}exe", "\x{1F4E6}.zip", 'a"b\'c;d.csv');
for my $n (0 .. $#names) {
    at(sprintf '2026-04-02 07:3%d:00', $n);
    mail_in('theo', 'Tier 1', $odd, subject => 'Re: Wareneingang', text => "File $n.\n",
        file => [Type => $n % 2 ? 'application/pdf' : 'text/plain', Filename => Encode::encode('MIME-Header', $names[$n]), Encoding => 'base64', Data => "file $n"]);
}
at('2026-04-02 08:00:00'); web_reply('mira', $odd, minutes => 7, text => join("\n", map { "Line $_ of a long log: conveyor 7 waits for the gate \x{2013} ack 0x1F" } 1 .. 6_000));
at('2026-04-02 08:10:00'); field('mira', $odd, 'Root cause', $_) for 'Training', 'Unclear ownership';
at('2026-04-02 08:11:00'); good(ticket_for('mira', $odd)->DeleteCustomFieldValue(Field => $field{'Root cause'}, Value => 'Training'));
at('2026-04-02 08:12:00'); field('mira', $odd, 'Affected site', $_) for 'Gdańsk', 'Kraków <script>';
at('2026-04-02 08:13:00'); field('mira', $odd, 'Go-live', '2026-05-01'); field('mira', $odd, 'Checked at', '2026-04-02 06:30:00');
at('2026-04-02 08:20:00'); join_link('mira', $odd, 'DependsOn', $ticket{related}); join_link('mira', $odd, 'MemberOf', $ticket{open});
at('2026-04-02 08:21:00'); join_link('mira', $odd, 'RefersTo', 'https://github.com/lumen-harbor/gate/issues/7');
at('2026-04-02 08:22:00'); good(ticket_for('mira', $odd)->AddLink(Type => 'DependsOn', Base => $ticket{open}));
at('2026-04-02 08:25:00'); cut_link('mira', $odd, 'DependsOn', $ticket{related});
at('2026-04-02 08:30:00'); good(ticket_for('mira', $odd)->SetTimeWorked(40)); good(ticket_for('mira', $odd)->SetTimeEstimated(90)); good(ticket_for('mira', $odd)->SetTimeLeft(50));
at('2026-04-02 08:31:00'); good(ticket_for('mira', $odd)->SetSubject('Goods-in gate does not open')); good(ticket_for('mira', $odd)->SetStarts('2026-04-03 06:00:00'));
at('2026-04-02 08:40:00');
my ($reminder) = ticket_for('mira', $odd)->Reminders->Add(Subject => 'Call the gate maker', Owner => $user{mira}->Id, Due => '2026-04-03 08:00:00');
at('2026-04-02 08:41:00'); { my $t = ticket_for('mira', $odd); my $r = RT::Ticket->new(current('mira')); $r->Load($reminder); good($t->Reminders->Resolve($r)) }
at('2026-04-02 08:50:00'); good(ticket_for('mira', $odd)->Forward(To => 'workshop@gatemaker.example', Subject => 'Gate', Content => 'See below.'));
at('2026-04-02 09:00:00'); status('mira', $odd, 'rejected');
at('2026-04-02 09:05:00'); status('mira', $odd, 'open');
at('2026-04-02 09:10:00'); level('mira', $odd, 'Urgent');
at('2026-04-02 09:10:00'); move('mira', $odd, 'Tier 2');

# Deleted: an agent with the right address still sees it.
at('2026-04-02 10:00:00');
$ticket{deleted} = mail_in('theo', 'Tier 1', undef, subject => 'Cheap watches', text => "Buy now.\n");
at('2026-04-02 10:05:00'); good(ticket_for('system', $ticket{deleted})->SetStatus('deleted'));

# A site's own statuses (site-config.ts, lifecycle `returns`): one moves there from the ordinary ones.
at('2026-04-03 08:00:00');
my $own = $ticket{ownStatuses} = mail_in('zofia', 'Tier 1', undef, subject => 'Crates to return', text => "Twelve crates stand here.\n");
at('2026-04-03 08:05:00'); status('mira', $own, 'open');
at('2026-04-03 08:10:00'); move('mira', $own, 'Returns');
for my $step (['08:20:00', 'wartet auf kunde'], ['09:20:00', 'in progress'], ['09:40:00', 'parked at depot 7'], ['10:40:00', 'refunded']) {
    at("2026-04-03 $step->[0]"); status('mira', $own, $step->[1]);
}
at('2026-04-03 11:00:00'); note('mira', $own, text => 'Refunded by voucher.');

# ---------------------------------------------------------------- two thousand entries

# RT's rules (scrips) take most of the time and would send a mail for each message: here four in all have any.
my $quiet = 0;
{
    no warnings 'redefine';
    my $prepare = \&RT::Scrips::Prepare;
    *RT::Scrips::Prepare = sub { $quiet ? undef : goto &$prepare };
}
at('2026-01-05 08:00:00');
my $big = $ticket{big} = mail_in('zofia', 'Tier 1', undef, subject => 'The thread that never ends', text => "This will take a while.\n");
my ($mira, $jonas, $customer) = map { ticket_for($_, $big) } qw(mira jonas zofia);
my $begun = Time::Local::timegm(0, 0, 9, 5, 0, 2026);
for my $n (1 .. 2_000) {
    at(POSIX::strftime('%Y-%m-%d %H:%M:%S', CORE::gmtime($begun + 601 * $n)));
    $quiet = $n % 500 != 0;
    if    ($n % 10 == 0) { good(($n % 20 ? $mira : $customer)->Correspond(MIMEObj => mime(text => "Message $n of a long thread.\n"))) }
    elsif ($n % 3 == 0)  { good($jonas->Comment(MIMEObj => mime(text => "Note $n."))) }
    else                 { good($mira->SetPriority($n % 100)) }
}
$quiet = 0;

1;
