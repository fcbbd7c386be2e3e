/**
 * Zendesk names time zones as Ruby on Rails does ("Pacific Time (US & Canada)"), in users and in schedules.
 * This is the public list of `ActiveSupport::TimeZone::MAPPING` (Rails 8 and names older versions had), written
 * as `city=zone` lines; a bare `Area/City` line is named after its city. Zendesk: schedules reference, `time_zone`.
 */
const lists = `
International Date Line West=Etc/GMT+12
Midway Island=Pacific/Midway
American Samoa=Pacific/Pago_Pago
Hawaii=Pacific/Honolulu
Alaska=America/Juneau
Pacific Time (US & Canada)=America/Los_Angeles
America/Tijuana
Mountain Time (US & Canada)=America/Denver
Arizona=America/Phoenix
America/Chihuahua
America/Mazatlan
Central Time (US & Canada)=America/Chicago
Saskatchewan=America/Regina
Guadalajara=America/Mexico_City
America/Mexico_City
America/Monterrey
Central America=America/Guatemala
Eastern Time (US & Canada)=America/New_York
Indiana (East)=America/Indiana/Indianapolis
America/Bogota
America/Lima
Quito=America/Lima
Atlantic Time (Canada)=America/Halifax
America/Caracas
America/La_Paz
America/Santiago
America/Asuncion
Newfoundland=America/St_Johns
Brasilia=America/Sao_Paulo
Buenos Aires=America/Argentina/Buenos_Aires
America/Montevideo
Georgetown=America/Guyana
America/Puerto_Rico
Greenland=America/Godthab
Mid-Atlantic=Atlantic/South_Georgia
Atlantic/Azores
Cape Verde Is.=Atlantic/Cape_Verde
Europe/Dublin
Edinburgh=Europe/London
Europe/Lisbon
Europe/London
Africa/Casablanca
Africa/Monrovia
UTC=Etc/UTC
Europe/Belgrade
Europe/Bratislava
Europe/Budapest
Europe/Ljubljana
Europe/Prague
Europe/Sarajevo
Europe/Skopje
Europe/Warsaw
Europe/Zagreb
Europe/Brussels
Europe/Copenhagen
Europe/Madrid
Europe/Paris
Europe/Amsterdam
Europe/Berlin
Bern=Europe/Zurich
Europe/Zurich
Europe/Rome
Europe/Stockholm
Europe/Vienna
West Central Africa=Africa/Algiers
Europe/Bucharest
Africa/Cairo
Europe/Helsinki
Kyiv=Europe/Kiev
Kyev=Europe/Kiev
Kiev=Europe/Kiev
Europe/Riga
Europe/Sofia
Europe/Tallinn
Europe/Vilnius
Europe/Athens
Europe/Istanbul
Europe/Minsk
Asia/Jerusalem
Africa/Harare
Pretoria=Africa/Johannesburg
Europe/Kaliningrad
Europe/Moscow
St. Petersburg=Europe/Moscow
Europe/Volgograd
Europe/Samara
Asia/Kuwait
Asia/Riyadh
Africa/Nairobi
Asia/Baghdad
Asia/Tehran
Abu Dhabi=Asia/Muscat
Asia/Muscat
Asia/Baku
Asia/Tbilisi
Asia/Yerevan
Asia/Kabul
Asia/Almaty
Astana=Asia/Almaty
Ekaterinburg=Asia/Yekaterinburg
Islamabad=Asia/Karachi
Asia/Karachi
Asia/Tashkent
Chennai=Asia/Kolkata
Asia/Kolkata
Mumbai=Asia/Kolkata
New Delhi=Asia/Kolkata
Asia/Kathmandu
Asia/Dhaka
Sri Jayawardenepura=Asia/Colombo
Asia/Novosibirsk
Asia/Rangoon
Asia/Bangkok
Hanoi=Asia/Bangkok
Asia/Jakarta
Asia/Krasnoyarsk
Beijing=Asia/Shanghai
Asia/Chongqing
Asia/Hong_Kong
Asia/Urumqi
Asia/Kuala_Lumpur
Asia/Singapore
Asia/Taipei
Australia/Perth
Asia/Irkutsk
Ulaan Bataar=Asia/Ulaanbaatar
Asia/Ulaanbaatar
Asia/Seoul
Osaka=Asia/Tokyo
Sapporo=Asia/Tokyo
Asia/Tokyo
Asia/Yakutsk
Australia/Darwin
Australia/Adelaide
Australia/Canberra
Australia/Melbourne
Australia/Sydney
Australia/Brisbane
Australia/Hobart
Asia/Vladivostok
Pacific/Guam
Pacific/Port_Moresby
Asia/Magadan
Asia/Srednekolymsk
Solomon Is.=Pacific/Guadalcanal
New Caledonia=Pacific/Noumea
Pacific/Fiji
Asia/Kamchatka
Marshall Is.=Pacific/Majuro
Pacific/Auckland
Wellington=Pacific/Auckland
Nuku'alofa=Pacific/Tongatapu
Tokelau Is.=Pacific/Fakaofo
Chatham Is.=Pacific/Chatham
Samoa=Pacific/Apia`;

/** IANA zone by Rails name. */
export const railsZones: ReadonlyMap<string, string> = new Map(
  lists
    .trim()
    .split('\n')
    .map((line): [string, string] => {
      const [name = '', zone = name] = line.split('=');
      return name === zone ? [name.slice(name.indexOf('/') + 1).replaceAll('_', ' '), zone] : [name, zone];
    }),
);
