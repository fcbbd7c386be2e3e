/** RT's own configuration file for the private instance (see RT_Config.pm for each setting). */
export function siteConfig(options: { folder: string; port: number; webPath: string }): string {
  const { folder, port, webPath } = options;
  return `use utf8;
Set($rtname, 'rt.example');
Set($Organization, 'rt.example');
Set($Timezone, 'UTC');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${folder}/rt.sqlite');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($WebPath, '${webPath}');
Set($WebBaseURL, 'http://127.0.0.1:${port}');
Set($CanonicalizeRedirectURLs, 0);
Set($WebSessionClass, 'Apache::Session::File');
Set($MailCommand, 'testfile');
Set($LogToSyslog, undef);
Set($LogToSTDERR, 'error');
Set($OwnerEmail, 'root@lumen-harbor.example');
Set($RTAddressRegexp, '^(?:tier1|tier2|vault)@lumen-harbor\\\\.example$');
Set(%ServiceBusinessHours, (
  Default => {
    0 => { Name => 'Sunday',    Start => undef,   End => undef },
    6 => { Name => 'Saturday',  Start => undef,   End => undef },
    map { $_ => { Name => "day $_", Start => '07:00', End => '19:00' } } 1 .. 5,
  },
));
Set(%ServiceAgreements, (
  Default => 'Standard',
  Levels => {
    Standard => { Response => { BusinessMinutes => 240 }, Resolve => { BusinessMinutes => 1440 } },
    Urgent   => { StartImmediately => 1, Response => { RealMinutes => 60 }, KeepInLoop => { RealMinutes => 180 }, Resolve => { RealMinutes => 480 } },
  },
));
# Set() merges no hashes: what is not named here is taken over from RT's own (RT_Config.pm).
my %own = (
  returns => {
    initial  => ['arrived'],
    active   => ['wartet auf kunde', 'in progress', 'parked at depot 7'],
    inactive => ['refunded', 'nicht erstattet', 'deleted'],
    defaults => { on_create => 'arrived' },
    transitions => { '' => ['arrived'], map { $_ => ['arrived', 'wartet auf kunde', 'in progress', 'parked at depot 7', 'refunded', 'nicht erstattet', 'deleted'] }
      'arrived', 'wartet auf kunde', 'in progress', 'parked at depot 7', 'refunded', 'nicht erstattet', 'deleted' },
    rights => { '* -> *' => 'ModifyTicket' },
  },
  __maps__ => { 'default -> returns' => { new => 'arrived', open => 'in progress', stalled => 'wartet auf kunde', resolved => 'refunded', rejected => 'nicht erstattet', deleted => 'deleted' } },
);
Set(%Lifecycles, %own);
$RT::VarPath = '${folder}/var';
$RT::MasonDataDir = '${folder}/mason';
$RT::MasonSessionDir = '${folder}/sessions';
1;
`;
}
