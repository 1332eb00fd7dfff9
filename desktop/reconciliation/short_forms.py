"""Short forms of given names, as people say and write them, by the name in full. Knows nothing of any list."""

from __future__ import annotations

_LITHUANIAN = """
Adelė: Adutė; Agnė: Agnytė; Albertas: Bertas; Aldona: Alda Aldutė; Aleksandra: Sandra Aleksa Alesia Saša;
Aleksandras: Alius Aleksas Saša; Aleksejus: Alioša; Alfonsas: Alfas Fonsas; Algirdas: Algis; Ana: Anutė Ania Aneta;
Anastasija: Nastia Asta; Andrius: Andriukas; Angelė: Angelytė; Antanas: Antas Antanukas; Antanina: Antosė Tania
Antutė; Apolonija: Polė Apolė; Arūnas: Aras; Audronė: Audra; Aurelija: Aurė Aura; Austėja: Austė; Barbora: Barbė
Barbutė; Benediktas: Benas; Birutė: Birutėlė Biruta; Bronislava: Bronė Bronia; Bronislovas: Bronius; Brigita: Brigė;
Dainius: Dainis; Dalia: Daliutė; Danutė: Dana Danguolė; Dmitrijus: Dima Mitia; Dominykas: Domas; Edvardas: Edis
Edas; Eduardas: Edas; Elena: Elenutė Lena Elė Lenutė; Eleonora: Elė Nora; Elžbieta: Elzė Bieta Elė Elžbė; Emilija:
Emilė Emilytė Emė; Ernestas: Ernis; Eugenija: Genė Ženia; Eugenijus: Genius Ženia; Evelina: Eva Evė; Feliksas:
Felius; Felicija: Felė; Gabija: Gabė; Gabrielė: Gabė; Galina: Galia; Gediminas: Gedas Gediminukas; Genovaitė: Genė
Genutė; Gintarė: Ginta; Gintaras: Gintas; Gražina: Gražė; Ieva: Ievutė; Ignas: Igniukas; Igoris: Goša; Irena: Irutė
Irka Ira; Irina: Ira; Ivanas: Vania; Izabelė: Iza Belė; Jadvyga: Jadzė Jadzia Vyga; Janina: Janė Janytė Jania;
Jekaterina: Katia; Jelena: Lena; Jolanta: Jola Jolita; Jonas: Jonukas Joniukas Jonelis; Juozapas: Juozas; Juozas:
Juozukas Juozelis; Julija: Julė Julytė Julia; Julius: Julis; Jurgita: Jurga; Jurgis: Jurgutis; Justina: Justė;
Kamilė: Kamilytė; Karolina: Karolė Lina; Katarina: Katrė Kata; Kazimieras: Kazys; Kazimiera: Kazė Kazytė; Kotryna:
Kotrė Katrė; Kristina: Kristė Krista Kristutė; Kristijonas: Kristis; Laimutė: Laima; Leokadija: Leokadė Leka;
Leonardas: Leonas; Liudmila: Liuda Liusia Mila; Liudvika: Liuda; Liudvikas: Liudas; Loreta: Lora Lorė; Liucija:
Liucė; Magdalena: Magdė Magda Lena; Margarita: Rita Margita; Marija: Marytė Mania Marė Maryte; Marijona: Marijonė
Marytė; Marta: Martutė; Martynas: Martis; Michailas: Miša; Mindaugas: Mindė Mindis; Monika: Monė; Morta: Martutė;
Natalija: Nataša Nata Natalė; Nikolajus: Kolia; Ona: Onutė Onytė Anutė; Paulina: Paulė; Paulius: Pauliukas; Petras:
Petriukas Petrelis; Povilas: Poviliukas; Raimonda: Raimė Monda; Ramunė: Ramunėlė; Regina: Reginutė Rega; Renata:
Rena; Rimantas: Rimas Rimis; Rimvydas: Rimas; Ričardas: Ričis; Robertas: Robis; Romualdas: Romas; Rozalija: Rožė
Roza; Saulius: Sauliukas; Sergejus: Serioža; Simona: Simė; Snieguolė: Sniegė; Sofija: Sofė Zosė Zofė; Stanislava:
Stasė Stasia; Stanislovas: Stasys; Stasys: Stasiukas Stasius; Stefanija: Stefa Stefutė; Stepanas: Stiopa; Svetlana:
Sveta Lana; Tadas: Tadukas; Tatjana: Tania; Teresė: Teresytė Tereza; Tomas: Tomukas; Vaclovas: Vacys; Valdemaras:
Valdas; Valentina: Valė Valia Tina; Valentinas: Valius; Valerija: Valė Lera; Veronika: Vera Verutė Veronė;
Vincentas: Vincas; Viktoras: Vitia Viktas; Viktorija: Vika Viktė; Violeta: Viola Vilė Leta; Virginija: Virga Virgė;
Virginijus: Virgis; Vitalija: Vita Vitalė; Vladimiras: Vladas Volodia Vova; Vladislovas: Vladas; Vytautas: Vytas
Vytis; Zenonas: Zenius; Zofija: Zosė Zofė; Žydrūnas: Žydris; Živilė: Živa
"""
_SERBIAN = """
Aleksandar: Aca Aco Sale Saša Aleksa Sanja; Aleksandra: Saška Sandra Saša Sanja Aleka Caca; Anastasija: Nasta Staša;
Anđela: Anđa Anđelka; Ana: Anica Anka; Biljana: Bilja Bika; Blagoje: Blaža; Bogdan: Boća; Bojana: Boka; Božidar:
Boža Bole; Branislav: Bane Brana Branko; Branislava: Brana Branka; Časlav: Čaki Časa; Čedomir: Čeda; Dalibor: Dača
Dado; Danijela: Dana Danka Daca; Danilo: Dača; Darinka: Dara; Dejan: Deki Deja; Dimitrije: Mita Dika; Dobrila: Doca
Dobra; Dragan: Gagi Gaga Draža; Dragana: Gaga Draga Gaca; Dragica: Draga; Dragiša: Draža; Dragoljub: Dragan Draža;
Dragoslav: Draža Dragan; Dragutin: Draža; Dušan: Duško Duća Dule Dujo; Dušanka: Duda Duška; Đorđe: Đoka Đole Đuka
Đura; Đurđica: Đurđa; Emilija: Ema; Filip: Fića; Gavrilo: Gavra; Goran: Goga Goca; Gordana: Goca Goga Gorda;
Gospava: Gospa; Ilija: Ika Ikac; Isidora: Isa Dora; Ivana: Iva Ivka Ica; Ivan: Iva Ivica; Jadranka: Jadra Jaca;
Jasmina: Jaca Mina Jasna; Jelena: Jeca Jela Lena Jelica Jelka; Jelisaveta: Jela Veta; Jovan: Jova Joca Jole Jovica;
Jovana: Joka Joca Jovanka Joja; Julijana: Jula Julka; Katarina: Kaća Kata Kaja Katica; Kristina: Kika Tina; Lazar:
Laza Laki; Ljiljana: Ljilja Lilja Ljilje Lila; Ljubica: Ljuba Buba; Ljubinka: Ljuba; Ljubiša: Ljuba; Ljubomir: Ljuba
Ljubo; Magdalena: Magda Lena; Maja: Majica; Marija: Mara Mica Marica Maca Masa Maša; Marijana: Mara Jana Maja;
Marina: Mara; Marko: Mare Maki; Mihajlo: Mika Miša Mihailo Miki; Milan: Mića Miki Mile Milanče; Milanka: Milka;
Mileva: Mila; Milena: Mila Mileva Mika; Milica: Mica Mila Cica Mika Micika; Milivoje: Mića Mile; Milka: Mila; Miloš:
Miša Miško Mikica; Milorad: Mile Mića Rade; Milovan: Mića; Milutin: Mile Mića; Miodrag: Mija Miki Mića; Mirjana:
Mira Mirka Mica; Miroslav: Mire Mirko Miki Mika Miša; Miroslava: Mira Mirka; Mladen: Mlađa; Mladenka: Mlađa;
Momčilo: Moma Momo; Momir: Moma; Nada: Nadica; Nadežda: Nada; Natalija: Nata Nataša Natka; Nataša: Nata Naca;
Nebojša: Neša Nebo; Nemanja: Neša Nemca; Nenad: Neša Neno; Nevena: Nena Neca; Nikola: Nidža Nikolica Nino; Nikolina:
Nina Nika; Obrad: Obren; Ognjen: Ogi; Olga: Olja Olgica; Olivera: Oliva Olja Vera; Petar: Pera Perica Pero; Predrag:
Peđa Pedja; Radmila: Rada Radica; Radojka: Rada; Radovan: Rade Raša; Radoslav: Rade Raša; Ratko: Raca; Ružica: Ruža;
Sanja: Saška; Simonida: Simona Sima; Slađana: Slađa; Slaviša: Slavko; Slavica: Slavka Slava Caca; Slobodan: Boba
Boban Sloba Bobo; Slobodanka: Boba Sloba; Snežana: Sneža Sneki Neža; Sofija: Sofa Soka; Spomenka: Spoma; Srđan: Srki
Srđa; Srećko: Sreja; Stanislava: Stana Caca; Stanka: Stana; Stefan: Stevan Stefke; Stevan: Steva Stevica; Strahinja:
Straja; Suzana: Suza Zana; Svetlana: Ceca Sveta Lana Cveta; Svetozar: Sveta Toza; Tamara: Tara Maca; Tatjana: Tanja
Taca Tašana; Teodora: Tea Dora Teja; Tijana: Tija Tica; Todor: Toša Toza; Tomislav: Toma Tomo; Uroš: Uki; Valentina:
Vanja Tina; Vasilije: Vasa; Veljko: Velja; Verica: Vera; Veroljub: Vera; Vesna: Veca Vesnica; Violeta: Viki Leta;
Vladan: Vlada Vladica; Vladimir: Vlada Vladica Vladan; Vladislav: Vlada; Vojislav: Voja; Vukica: Vuka; Vukašin:
Vule; Zdenka: Zdena; Zdravko: Zdrale; Zlata: Zlatica; Zoran: Zoki Zoka; Zorana: Zoka Zora; Zorica: Zora Zoka Zorka;
Žaklina: Žaki; Željka: Željana; Željko: Žeka; Živorad: Žika Živko; Živka: Žika; Živko: Žika; Živojin: Žika
"""


def _read(*tables: str) -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for entry in ";".join(tables).replace("\n", " ").split(";"):
        full, _, shorts = entry.strip().partition(":")
        known[full] = known.get(full, ()) + tuple(shorts.split())
    return known


SHORT_FORMS = _read(_LITHUANIAN, _SERBIAN)
"""The name in full: what it is shortened to."""
