/** Words for people and teams, for what is neither, and for what stands around them. */
const list = (words: string) => new Set(words.trim().split(/\s+/));

export const pronouns = list('he she you i they someone somebody anyone anybody everyone everybody whoever');
export const ourselves = list('we us');
export const nobodies = list('nobody no-one noone none');
export const roles = list(`
integrator subcontractor trainer coach mentor volunteer exec pm po csm tam ae ciso cio cfo founder chap bloke lad muppet numpty buffoon jobsworth slacker joker wizard guru superstar signatory watchman
agent engineer developer dev operator analyst technician tech rep representative manager lead supervisor admin administrator sysadmin dba specialist
consultant contractor intern trainee newcomer newbie rookie junior senior colleague coworker co-worker staffer employee person guy man woman individual member dispatcher
handler assignee owner on-call oncall on-duty sre tester clerk director ceo cto coo vp head boss teammate freelancer temp expert coordinator advisor adviser
assistant associate accountant planner programmer architect designer author reviewer approver responder commander moderator receptionist trainer
seller salesperson salesman worker human humans people folks predecessor successor leader executive captain secretary apprentice officer responder caretaker hire
starter scribe professional installer driver guard janitor chef waiter waitress porter pilot mechanic electrician plumber cashier lawyer auditor banker editor steward doctor physician pharmacist librarian professor tutor inspector foreman fitter welder packer picker loader surveyor bookkeeper controller buyer-planner paralegal recruiter host hostess instructor lecturer registrar caseworker case-worker bartender barista ranger marshal courier genius idiot moron clown fool amateur hero cowboy nurse teacher student-worker buyer-side deputy escalator triager maintainer committer deployer somebody's one's`);
export const teams = list(`
team teams support helpdesk servicedesk engineering development sales marketing product billing finance legal ops operations devops security hr it-support qa
logistics procurement management leadership headquarters hq staff crew squad desk department dept group groups company vendor supplier provider partner
contractors shift dayshift nightshift front-office back-office backoffice frontline second-line first-line third-line second-level first-level everyone-else
warehouse accounting compliance infrastructure-team platform-team onboarding-team netops secops infosec account-management customer-success reseller agency
outsourcer firm firms carrier carriers haulier hauliers forwarder distributor wholesaler manufacturer consultancy bureau committee board call-centre contact-centre housekeeping reception concierge nursing pharmacy kitchen catering maintenance faculty admissions branch store frontdesk front-desk academics office hq-team brand communications comms pr partnerships onboarding retention dispatch procurement accounts platform infra infrastructure sre edge design research merchandising presales pre-sales postsales purchasing fulfilment fulfillment callcenter call-center backend frontend training-team editorial growth field-service networking dba-team leadership-team training-dept facilities risk treasury payroll-team content tier1 tier2 tier3 l1 l2 l3 l4 t1 t2 t3 tier-1 tier-2 tier-3 level-1 level-2 level-3 1st-line 2nd-line 3rd-line 1st-level 2nd-level`);
export const customers = list(`
customer customers client clients user users caller callers requester requesters subscriber subscribers guest guests tenant tenants buyer buyers shopper shoppers
patient patients student students visitor visitors reporter reporters consumer consumers member-account end-user end-users passenger passengers`);
export const systems = list(`
it this that these those which system service server job alert alarm queue rule script monitor monitoring routing macro deploy deployment webhook integration api bot
email mail message ticket case form field trigger automation workflow process policy procedure document documentation article runbook playbook template page button view dashboard report
database index cache network router switch firewall certificate cert token key connector sync import export migration release build pipeline test check rollout
rollback patch update upgrade app application site website portal tool software hardware phone line call channel mailbox inbox filter tag label status priority
sla target timer clock schedule calendar rota roster reminder notification config configuration setting flag feature version code function query request response
reply note comment log error bug issue incident outage problem change fix workaround handover hand-over handoff hand-off escalation contract invoice order payment refund
device printer laptop battery cable disk storage backup cluster node container gateway proxy balancer dns agent-software installer-package plugin extension crm
search parser scheduler validator classifier model detector probe sensor poller worker-process daemon crawler thread connection session login account profile
attachment file folder link list table column row record data date time window deadline meeting training course onboarding knowledge base kb catalogue
threshold limit quota license subscription plan contract-form checklist step gap cause chain part thing nothing something everything anything decision instruction generator valve pump elevator lift truck van train parcel package stock shipment delivery gate light lamp motor engine meter terminal till register
scale reader camera door lock kiosk robot conveyor line belt machine oven fridge heater boiler radio antenna satellite modem phone tablet mouse keyboard screen monitor-stand mic headset power network
internet wifi vpn mfa sso login password pin code ticket-form macro-list survey feedback reply-all consumer-group producer partition shard replica primary standby lambda function endpoint
counter timer cronjob pipeline runner agentless bundle binary library package kernel driver firmware bios disk raid volume snapshot bucket object blob region zone rack voltage current
invoice quote price discount voucher coupon basket cart checkout catalogue catalog inventory warehouse-system erp crm cms lms payroll-run bank card iban transfer refund-run subscription renewal`);

/** Capitalised, and nobody's name. */
export const products = list(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
zendesk jira slack salesforce hubspot intercom freshdesk servicenow pagerduty opsgenie datadog grafana prometheus splunk kibana elasticsearch redis kafka postgres
postgresql mysql mongo mongodb oracle stripe paypal twilio sendgrid mailchimp outlook gmail exchange teams zoom sharepoint confluence notion trello asana github gitlab
jenkins docker kubernetes nginx apache cloudflare aws azure gcp google microsoft amazon apple android windows linux chrome firefox safari edge okta auth0 sap netsuite
shopify magento wordpress twitter facebook instagram whatsapp telegram signal skype nagios zabbix sentry terraform ansible puppet vault consul rabbitmq celery airflow
looker tableau excel powerpoint sap workday snowflake debrief otrs osticket freescout zammad linear statuspage new-relic bamboo circleci lambda s3 ec2 dynamo cassandra`);

export const twoWords =
  /^(?:customer (?:success|care|support|service|services|experience)|account management|human resources|quality assurance|front desk|back office|help desk|service desk|field services?|(?:client|customer|member|guest|technical|business|shared|it|digital|clinical|emergency) services|head office|data office|regional office|service cent(?:er|re)|contact cent(?:er|re)|call cent(?:er|re)|inside sales|site reliability|public relations|network operations|data platform|tech support|technical support|second level|first level|third level|second line|first line|third line|night duty|people operations)$/;

export const adverbs = list(`
just also simply again then still even never not once twice only first later finally already all both each always often sometimes usually too there here yesterday today
apparently clearly obviously probably once-again somehow instead almost nearly perhaps maybe either neither really quite rather deliberately well long soon ago
had has have was were is are am be been being did do does got 's 'd himself herself themselves itself ourselves myself`);
export const notAdverbs = list(
  'family supply reply assembly anomaly italy july fly apply rely ally emily kelly sally billy molly lily holly polly kimberly beverly carly',
);
export const prepositions = list(
  'on in from of at for with inside behind during to within between about under over per as since after before until via',
);
export const joints = list('and but or nor yet then plus');
export const openers = list(
  'because that when while as since if so although though after before until once where whereas how why what whether unless than',
);
export const determiners = list(
  'the a an our your their his her my its this these those one another any some each every no whole entire new old same other first second third last next night day weekend late early morning evening',
);
export const modals = list(
  'to can could may might will would shall should must let lets make makes help helps',
);

/** Names that end like the name of a thing. */
export const nounlike =
  list(`peter walter oliver hector victor xavier roger jennifer alexander christopher heather amber ester esther günter gunter dieter werner rainer tyler taylor carter parker
hunter cooper mercer spencer jasper casper javier olivier roger fraser harper piper skyler wilder connor conor igor trevor salvador eleanor taylor nestor ester al hal cal sal pal val
michal rafal chantal vidal bilal jamal kamal vishal gopal neal faisal kunal abigail vincent laurent clement clément brent kent trent grant garant lamont harriet juliet janet margaret
bridget scarlet violet kit merit harry larry barry terry jerry gerry henry rory mary rosemary cherry perry garry kerry betty patty marty scotty kitty dorothy rick nick jack dick patrick frederick
derick erick eric mick vick brock chuck zack mack dominic cedric ludovic ic beth elizabeth ruth judith keith edith meredith seth garth heath jess ross russ tess bess klaus hans agnes clarence
chester lester buster ulster walther luther esther sander xander leander evander pieter wouter olivier didier gauthier thierry valery gregory avery emory ivory hilary hillary zachary
gareth viktor sander dexter webster fletcher mercer palmer foster walker butler sawyer sumner archer asher fischer schneider weber wagner becker bauer meyer meier mayer keller huber berger winkler fedor theodor sandor tibor gabor leonor elinor melchior windsor ginger summer wheeler potter
lance vance terrance constance marion dion charity trinity clement mable olive clive ling ming jing xing ying ting qing bing sterling fleming harding irving king
ahmed mohamed mohammed muhammed muhammad khaled waleed walid saeed syed javed hamed fred alfred wilfred winifred mildred jared jarred ned ted reed rashed majed
anders rogers myers sanders peters waters flowers rutger jesper casper kasper ditmar gunnar einar
amal nidal talal iqbal ismail pascal gal tal noor mansoor tanvir omer ömer caner soner taner alper umer tamer samer maher taher naser yasser nasser bahadur sudhir`);

/** Things without an article that end like names. */
export const masses =
  list(`power traffic latency capacity bandwidth electricity internet security weather health growth length depth width access progress stress loss business process address success music public logic metric
quantity quality content rent event client payment budget market packet socket ticket target asset outlet wallet bucket basket cabinet jacket tablet feedback stack clock lock block check track click rack back stick disk bulk risk task mask desk
history memory battery factory delivery recovery entry query country directory repository registry inventory industry property safety identity availability reliability connectivity functionality priority severity visibility activity facility majority utility
nothing something everything anything plenty sixty twenty thirty forty fifty eighty ninety truth growth month north south earth strength warmth both cloth path math bath logic topic public traffic fabric magic panic basic classic static automatic electric plastic generic specific`);

export const tierWords = list(
  'tier level line l t layer agent engineer team group operator shift site person technician rep analyst user desk',
);
