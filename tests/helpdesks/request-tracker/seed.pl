#!/usr/bin/perl
# Fills an empty Request Tracker database with a known history. RT's own classes write it, under a clock that
# this script sets, so that transactions, mails and SLA deadlines come out as RT makes them.
# Prints one JSON object with the logins and ticket numbers. Every name and address is invented.
use strict;
use warnings;
use utf8;

my $now;
BEGIN {
    $now = 1_774_310_400;    # 2026-03-24T00:00:00Z
    no warnings 'redefine';
    *CORE::GLOBAL::time = sub () { $now };
    # RT::Record stamps `Created` with a bare gmtime(), past its own date class.
    *CORE::GLOBAL::gmtime    = sub { CORE::gmtime(@_    ? $_[0] : $now) };
    *CORE::GLOBAL::localtime = sub { CORE::localtime(@_ ? $_[0] : $now) };
}
use Encode ();
use JSON   ();
use MIME::Entity;
use Time::Local ();
use RT;
use RT::Interface::Email ();
RT::LoadConfig();
RT::Init();
# The database is thrown away when the machine dies: nothing has to reach the disk before the next step.
$RT::Handle->dbh->do("PRAGMA $_") for 'synchronous = OFF', 'journal_mode = MEMORY';

my $system = RT->SystemUser;
my $password = 'Harbour-2026!';

sub at {
    my ($text) = @_;
    my ($y, $mo, $d, $h, $mi, $s) = $text =~ /^(\d+)-(\d+)-(\d+) (\d+):(\d+):(\d+)$/ or die "bad time $text";
    $now = Time::Local::timegm($s, $mi, $h, $d, $mo - 1, $y);
}

sub good {
    my ($ok, @rest) = @_;
    die 'refused: ' . join(' ', map { $_ // '' } @rest) unless $ok;
    return $ok;
}

# ---------------------------------------------------------------- people, queues, rights

my %person = (
    mira  => { Name => 'mira.okafor',  RealName => 'Mira Okafor', Timezone => 'UTC',              ShowHistory => 'delay',  Teams => ['Tier 1 agents'] },
    jonas => { Name => 'jonas.weiss',  RealName => 'Jonas Weiß',  Timezone => 'Europe/Berlin',    Lang => 'de', ShowHistory => 'always', Teams => ['Tier 1 agents'] },
    dana  => { Name => 'dana.reyes',   RealName => 'Dana Reyes',  Timezone => 'America/New_York', ShowHistory => 'click',  Teams => ['Tier 2 agents'] },
    priya => { Name => 'priya.raman',  RealName => 'Priya Rāman', Timezone => 'Asia/Kolkata',     ShowHistory => 'scroll', Teams => ['Tier 2 agents'] },
    timo  => { Name => 'timo.berg',    RealName => 'Timo Berg',   Timezone => 'Europe/Berlin',    Lang => 'de', ShowHistory => 'delay', Teams => ['Onlookers'] },
    lena  => { Name => 'lena.novak',   RealName => 'Lena Novák',  Timezone => 'UTC',              ShowHistory => 'delay',  Teams => ['Front desk'] },
    zofia => { Name => 'zofia.lis@kestrel-foods.example',    RealName => 'Zofia Łiś',   Customer => 1 },
    theo  => { Name => 'theo.brandt@kestrel-foods.example',  RealName => 'Theo Brandt', Customer => 1 },
);

our %user;
for my $key (sort keys %person) {
    my $p    = $person{$key};
    my $user = RT::User->new($system);
    good($user->Create(
        Name         => $p->{Name},
        RealName     => $p->{RealName},
        EmailAddress => $p->{Customer} ? $p->{Name} : "$p->{Name}\@lumen-harbor.example",
        Organization => $p->{Customer} ? 'Kestrel Foods' : 'Lumen Harbor',
        Password     => $password,
        Privileged   => $p->{Customer} ? 0 : 1,
        map { $p->{$_} ? ($_ => $p->{$_}) : () } qw(Timezone Lang),
    ));
    good($user->SetPreferences(RT->System, { ShowHistory => $p->{ShowHistory} })) if $p->{ShowHistory};
    $user{$key} = $user;
}
our %queue;
for my $name ('Tier 1', 'Tier 2', 'Vault', 'Returns') {
    $queue{$name} = RT::Queue->new($system);
    good($queue{$name}->Create(Name => $name, Lifecycle => $name eq 'Returns' ? 'returns' : 'default', CorrespondAddress => lc($name =~ s/\W//gr) . '@lumen-harbor.example', SLADisabled => 0));
}

my %team;
for my $name ('Tier 1 agents', 'Tier 2 agents', 'Front desk', 'Onlookers') {
    $team{$name} = RT::Group->new($system);
    good($team{$name}->CreateUserDefinedGroup(Name => $name));
}
for my $key (keys %person) {
    good($team{$_}->AddMember($user{$key}->PrincipalId)) for @{ $person{$key}{Teams} || [] };
}

my @front = qw(SeeQueue ShowTicket CreateTicket ReplyToTicket SeeCustomField);
my @agent = (@front, qw(ShowTicketComments ShowOutgoingEmail CommentOnTicket ModifyTicket TakeTicket StealTicket
    ReassignTicket ForwardMessage ModifyCustomField Watch WatchAsAdminCc));
sub grant { my ($team, $object, @rights) = @_; good($team->PrincipalObj->GrantRight(Right => $_, Object => $object), "$_ for ", $team->Name) for @rights }
for my $name ('Tier 1', 'Tier 2', 'Returns') {
    grant($team{'Tier 1 agents'}, $queue{$name}, @agent);
    grant($team{'Tier 2 agents'}, $queue{$name}, @agent, 'OwnTicket');
    grant($team{'Front desk'},    $queue{$name}, @front);
    grant($team{'Onlookers'},     $queue{$name}, qw(SeeQueue ShowTicket));
}
grant($team{'Tier 1 agents'}, $queue{'Tier 1'}, 'OwnTicket');
# Only who sees a custom field everywhere is told its type.
grant($team{$_}, RT->System, 'SeeCustomField') for 'Tier 1 agents', 'Tier 2 agents';

my ($everyone, $privileged) = map { my $g = RT::Group->new($system); good($g->LoadSystemInternalGroup($_)); $g } qw(Everyone Privileged);
grant($everyone, $queue{$_}, qw(CreateTicket ReplyToTicket)) for 'Tier 1', 'Tier 2', 'Returns';
grant(RT->System->RoleGroup('Requestor'), RT->System, qw(ShowTicket ReplyToTicket SeeQueue));
grant($privileged, RT->System, 'ModifySelf');

our %field;
for my $f (['Affected site', 'FreeformSingle'], ['Root cause', 'SelectMultiple'], ['Go-live', 'DateSingle'], ['Checked at', 'DateTimeSingle']) {
    my $cf = RT::CustomField->new($system);
    good($cf->Create(Name => $f->[0], Type => $f->[1], LookupType => RT::Ticket->CustomFieldLookupType));
    good($cf->AddToObject(RT::Queue->new($system)));
    $cf->AddValue(Name => $_) for $f->[1] eq 'SelectMultiple' ? ('Template change', 'Training', 'Unclear ownership') : ();
    $field{ $f->[0] } = $cf;
}

# ---------------------------------------------------------------- what people do

sub current { my ($key) = @_; my $c = RT::CurrentUser->new; $c->Load($user{$key}->Id); return $c }

sub ticket_for {
    my ($key, $id) = @_;
    my $ticket = RT::Ticket->new($key eq 'system' ? $system : current($key));
    good($ticket->Load($id), "ticket $id for $key");
    return $ticket;
}

sub mime {
    my (%part) = @_;
    return MIME::Entity->build(
        Type => $part{html} ? 'text/html' : 'text/plain',
        Charset => 'UTF-8', Encoding => '-SUGGEST', 'X-RT-Interface' => 'Web',
        Data => [Encode::encode('UTF-8', $part{html} // $part{text})],
    );
}

sub web_reply { my ($key, $id, %part) = @_; good(ticket_for($key, $id)->Correspond(MIMEObj => mime(%part), TimeTaken => $part{minutes} // 0)) }
sub note      { my ($key, $id, %part) = @_; good(ticket_for($key, $id)->Comment(MIMEObj => mime(%part), TimeTaken => $part{minutes} // 0)) }
sub status    { my ($key, $id, $to) = @_; good(ticket_for($key, $id)->SetStatus($to)) }
sub priority  { my ($key, $id, $to) = @_; good(ticket_for($key, $id)->SetPriority($to)) }
sub level     { my ($key, $id, $to) = @_; good(ticket_for($key, $id)->SetSLA($to)) }
sub move      { my ($key, $id, $to) = @_; good(ticket_for($key, $id)->SetQueue($queue{$to}->Id)) }
sub due       { my ($key, $id, $to) = @_; good(ticket_for($key, $id)->SetDue($to)) }
sub owner     { my ($key, $id, $to, $how) = @_; good(ticket_for($key, $id)->SetOwner($to eq 'nobody' ? RT->Nobody->Id : $user{$to}->Id, $how)) }
sub field     { my ($key, $id, $name, $to) = @_; good(ticket_for($key, $id)->AddCustomFieldValue(Field => $field{$name}, Value => $to)) }
sub watcher   { my ($key, $id, $type, $who) = @_; good(ticket_for($key, $id)->AddWatcher(Type => $type, PrincipalId => $user{$who}->PrincipalId)) }
sub unwatch   { my ($key, $id, $type, $who) = @_; good(ticket_for($key, $id)->DeleteWatcher(Type => $type, PrincipalId => $user{$who}->PrincipalId)) }
sub join_link { my ($key, $id, $type, $target) = @_; good(ticket_for($key, $id)->AddLink(Type => $type, Target => $target)) }
sub cut_link  { my ($key, $id, $type, $target) = @_; good(ticket_for($key, $id)->DeleteLink(Type => $type, Target => $target)) }

# A mail that arrives through RT's own gateway, as from a mail server.
my $mails = 0;
sub mail_in {
    my ($key, $queue, $id, %mail) = @_;
    my $entity = MIME::Entity->build(
        Type    => $mail{html} || $mail{file} ? 'multipart/mixed' : 'text/plain',
        Charset => 'UTF-8', Encoding => '-SUGGEST',
        From    => Encode::encode('MIME-Header', $user{$key}->RealName) . ' <' . $user{$key}->EmailAddress . '>',
        To      => $queue{$queue}->CorrespondAddress,
        Subject => Encode::encode('MIME-Header', ($id ? "[rt.example #$id] " : '') . $mail{subject}),
        'Message-ID' => sprintf('<%d.%d@kestrel-foods.example>', $now, ++$mails),
        Received => 'from mail.kestrel-foods.example ([192.0.2.44]) by mx.lumen-harbor.example',
        $mail{header} ? %{ $mail{header} } : (),
        $mail{html} || $mail{file} ? () : (Data => [Encode::encode('UTF-8', $mail{text})]),
    );
    if ($mail{html} || $mail{file}) {
        my $body = $mail{html} && $mail{text} ? $entity->attach(Type => 'multipart/alternative') : $entity;
        $body->attach(Type => 'text/plain', Charset => 'UTF-8', Encoding => '-SUGGEST', Data => [Encode::encode('UTF-8', $mail{text})]) if $mail{text};
        $body->attach(Type => 'text/html', Charset => 'UTF-8', Encoding => '-SUGGEST', Data => [Encode::encode('UTF-8', $mail{html})]) if $mail{html};
        $entity->attach(@{ $mail{file} }) if $mail{file};
    }
    my ($status, $message, $ticket) =
        RT::Interface::Email::Gateway({ queue => $queue, action => 'correspond', message => $entity->as_string });
    good($status, $message);
    return $ticket->Id;
}

# ---------------------------------------------------------------- the tickets

our %ticket;

# A known problem that the escalation is later linked to.
at('2026-03-23 15:40:00');
$ticket{related} = do {
    my $t = RT::Ticket->new(current('dana'));
    my ($id) = $t->Create(Queue => $queue{'Tier 2'}->Id, Subject => 'Label template 14 drops the cold-chain block',
        Requestor => $user{dana}->EmailAddress, MIMEObj => mime(text => "Seen on one printer in the test hall.\nNo customer has reported it so far."));
    good($id);
};

# THE escalation.
at('2026-03-24 08:02:10');
my $t = $ticket{escalation} = mail_in('zofia', 'Tier 1', undef,
    subject => 'Cold-chain labels print blank since this morning – Lager Kraków',
    text => <<'MAIL',
Hello,

since 06:30 our dispatch labels come out without the temperature block. We cannot ship chilled goods without it,
40 pallets are standing in the yard.

The driver's tablet shows the template as:
# heading
| table | of | nothing |
[x](javascript:alert(1)) <script>alert('label')</script>

When can you look at it?

Zofia Łiś
Kestrel Foods, Lager Kraków
MAIL
);
at('2026-03-24 08:20:00'); priority('mira', $t, 20);
at('2026-03-24 08:20:00'); field('mira', $t, 'Affected site', 'Kraków');
at('2026-03-24 10:47:31');
mail_in('zofia', 'Tier 1', $t, subject => 'Re: Cold-chain labels print blank', text => <<'MAIL');
Any news? The first truck has left without our goods.
MAIL
at('2026-03-24 13:15:02'); owner('mira', $t, 'mira', 'Take');
at('2026-03-24 13:21:44');
web_reply('mira', $t, minutes => 6, text => <<'TEXT');
Hi Zofia,

thank you for your message. Please restart the printer and reinstall the driver, this usually helps.
I will get back to you by 15:00 UTC.

Mira
TEXT
at('2026-03-24 13:22:10'); note('mira', $t, text => "Looks like a driver thing. Did not check the template.\nCustomer sounds stressed.");
at('2026-03-24 13:58:20');
mail_in('zofia', 'Tier 1', $t, subject => 'Re: Cold-chain labels print blank', text => <<'MAIL');
We did that at 07:00 already, as I told your hotline. It is ALL printers, so it cannot be the driver.

On Tue, 24 Mar 2026 at 13:21, Mira Okafor via RT wrote:
> Hi Zofia,
>
> thank you for your message. Please restart the printer and reinstall the driver, this usually helps.
> I will get back to you by 15:00 UTC.
MAIL
at('2026-03-24 14:05:00'); status('mira', $t, 'stalled');
at('2026-03-24 14:05:40'); note('mira', $t, text => 'Waiting for the customer to send a photo of the label (not asked yet, will do).');
at('2026-03-24 16:31:09');
mail_in('zofia', 'Tier 1', $t, subject => 'Re: Cold-chain labels print blank',
    text => "You promised an answer by 15:00. Photo of the label is attached, nobody asked for it but maybe it helps.\n",
    html => <<'HTML',
<html><head><style>p { color: red }</style><title>mail</title></head><body>
<p>You promised an answer by <b>15:00</b>. Photo of the label is attached,<br>nobody asked for it but maybe it helps.</p>
<script>alert(1)</script><img src="https://tracker.kestrel-foods.example/open.gif?u=1" width="1" height="1">
</body></html>
HTML
    file => [Type => 'image/png', Filename => 'etikett-Kraków.png', Encoding => 'base64', Data => "\x89PNG\r\n\x1a\n" . ('x' x 400)],
);
at('2026-03-24 16:50:00'); note('jonas', $t, minutes => 12, text => "Übernehme das Ticket, Mira ist heute ab 16 Uhr weg.\nLooks like template 14, same as the one Dana saw yesterday.");
at('2026-03-24 16:51:30'); owner('jonas', $t, 'jonas', 'Steal');
at('2026-03-24 16:51:30'); status('jonas', $t, 'open');
at('2026-03-24 16:55:12'); priority('jonas', $t, 50);
at('2026-03-24 16:55:12'); level('jonas', $t, 'Urgent');
at('2026-03-24 16:58:00'); join_link('jonas', $t, 'RefersTo', $ticket{related});
at('2026-03-24 17:02:45'); move('jonas', $t, 'Tier 2');
at('2026-03-24 17:04:00'); note('jonas', $t, text => 'Handed to Tier 2. Template rollback needed, see the linked ticket. Nobody on shift there until 21:00 as far as I know.');
at('2026-03-24 18:40:55');
mail_in('zofia', 'Tier 2', $t, subject => 'Re: Cold-chain labels print blank', header => { Cc => 'Theo Brandt <theo.brandt@kestrel-foods.example>' }, text => <<'MAIL');
I want to speak to your manager. We have been waiting for ten hours and had to throw away two pallets of yoghurt.
If this is not solved tonight we will look for another supplier.
MAIL
at('2026-03-24 18:41:20'); watcher('mira', $t, 'Cc', 'theo');
at('2026-03-24 21:10:33'); watcher('priya', $t, 'AdminCc', 'priya');
at('2026-03-24 21:12:00'); owner('priya', $t, 'dana', 'Force');
at('2026-03-24 21:12:30'); note('priya', $t, text => "Dana, please take this one first. Four hours without an owner, the customer asked for a manager at 18:40.");
at('2026-03-24 21:12:30'); priority('priya', $t, 90);
at('2026-03-24 21:30:00');
web_reply('priya', $t, text => '', html => <<'HTML');
<p>Dear Zofia,</p>
<p>my name is Priya Rāman, I lead the second tier. I am sorry for the silence today.</p>
<ul><li>We know the cause: label template&nbsp;14</li><li>Dana is rolling it back <i>now</i></li></ul>
<p>I will write to you again <b>by 22:30 UTC</b>. You can follow it on
<a href="https://status.lumen-harbor.example/incidents/14?token=abcdef123456&amp;view=full">our status page</a>
or <a href="javascript:alert(1)">here</a>.</p>
HTML
at('2026-03-24 21:45:10'); field('dana', $t, 'Root cause', 'Template change');
at('2026-03-24 22:05:00'); join_link('dana', $t, 'RefersTo', 'https://status.lumen-harbor.example/incidents/14?token=abcdef123456');
at('2026-03-24 22:10:00'); cut_link('dana', $t, 'RefersTo', 'https://status.lumen-harbor.example/incidents/14?token=abcdef123456');
at('2026-03-24 22:41:00'); due('dana', $t, '2026-03-25 06:00:00');
at('2026-03-25 01:20:00'); note('dana', $t, minutes => 95, text => "Rollback done on 3 of 5 print servers. The other two need a restart by the customer.\x{202E}gnp.exe\x{202C}");
at('2026-03-25 06:58:00');
mail_in('theo', 'Tier 2', $t, subject => 'Re: Cold-chain labels print blank', text => <<'MAIL');
Guten Morgen, Kraków druckt wieder, Gdańsk noch nicht. Wer ist jetzt zuständig? 🙁
MAIL
at('2026-03-25 07:30:00'); field('dana', $t, 'Root cause', 'Unclear ownership');
at('2026-03-25 07:31:00'); field('jonas', $t, 'Affected site', 'Kraków, Gdańsk');
at('2026-03-25 09:05:18');
web_reply('dana', $t, minutes => 20, text => <<'TEXT');
Hello Zofia, hello Theo,

the rollback is complete on all five print servers since 08:50 UTC. Please restart the two servers in Gdańsk once.
I will stay on this ticket until you confirm.

--
Dana Reyes
Lumen Harbor, second tier
TEXT
at('2026-03-25 09:06:00'); status('dana', $t, 'stalled');
at('2026-03-25 11:42:50');
mail_in('zofia', 'Tier 2', $t, subject => 'Re: Cold-chain labels print blank', text => <<'MAIL');
Both sites print correctly now. Please tell us in writing what went wrong and why nobody answered us.
MAIL
at('2026-03-25 12:09:00'); status('dana', $t, 'open');
at('2026-03-25 12:10:00'); priority('dana', $t, 50);
at('2026-03-25 12:10:00'); level('dana', $t, 'Standard');
at('2026-03-25 12:30:00'); unwatch('priya', $t, 'AdminCc', 'priya');
at('2026-03-25 13:00:00');
web_reply('priya', $t, minutes => 30, text => "Dear Zofia,\n\nyou will have our written account by Friday, 27 March. Thank you for your patience.\n\nPriya\n");
at('2026-03-25 13:00:00'); status('priya', $t, 'resolved');
at('2026-03-25 14:36:05');
mail_in('zofia', 'Tier 2', $t, subject => 'Re: Cold-chain labels print blank', text => "One more thing: please confirm that nobody has to restart a server next time.\n");
at('2026-03-25 15:02:00'); web_reply('dana', $t, text => "Confirmed, the next rollback needs no restart on your side.\n");
at('2026-03-25 15:02:40'); status('dana', $t, 'resolved');

# Two reports of one thing, merged.
at('2026-03-24 09:00:00');
my $target = $ticket{mergeTarget} = mail_in('theo', 'Tier 1', undef, subject => 'Invoice 2211 shows the wrong depot', text => "Please correct the depot on invoice 2211.\n");
at('2026-03-24 09:12:00');
my $merged = $ticket{merged} = mail_in('theo', 'Tier 1', undef, subject => 'Invoice 2211 again', text => "I wrote earlier but got no number. Invoice 2211 is wrong.\n");
at('2026-03-24 09:20:00'); note('mira', $merged, text => 'Same as the other one.');
at('2026-03-24 09:21:00'); good(ticket_for('mira', $merged)->MergeInto($target));
at('2026-03-24 09:30:00'); web_reply('mira', $target, text => "Corrected, a new invoice is on its way.\n");
at('2026-03-24 09:30:05'); status('mira', $target, 'resolved');

# Small, open, unanswered.
at('2026-03-25 15:20:00');
$ticket{open} = mail_in('zofia', 'Tier 1', undef, subject => 'Who do I write to about returns?', text => "Hello, which address takes returns of empty crates?\n");

# In a queue the plain agents may not see.
at('2026-03-25 10:00:00');
$ticket{hidden} = do {
    my $h = RT::Ticket->new($system);
    my ($id) = $h->Create(Queue => $queue{Vault}->Id, Subject => 'Contract terms', Requestor => 'legal@lumen-harbor.example', MIMEObj => mime(text => 'Confidential.'));
    good($id);
};

do './seed-special.pl' // die $@ || $!;

binmode STDOUT, ':raw';
print JSON->new->canonical->utf8->encode({
    password => $password,
    users    => { map { $_ => $person{$_}{Name} } keys %person },
    tickets  => { map { $_ => 0 + $ticket{$_} } keys %ticket },
}), "\n";
