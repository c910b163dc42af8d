"""Names of columns in four languages, and what they mean here."""

from collections.abc import Sequence
from enum import StrEnum

from weefsel.kernel.topics import without_accents


class Column(StrEnum):
    """What is taken from the file; everything else is left where it is."""

    EMPLOYEE_ID = "employee_id"
    EMAIL = "email"
    NAME = "name"
    GIVEN_NAME = "given_name"
    INFIX = "infix"
    FAMILY_NAME = "family_name"
    JOB_TITLE = "job_title"
    UNIT = "unit"
    PARENT_UNIT = "parent_unit"
    SITE = "site"
    LANGUAGE = "language"
    STARTED_ON = "started_on"
    MANAGER_EMAIL = "manager_email"
    MANAGER_ID = "manager_id"
    MANAGER = "manager"


# Written as people write them; compared without case, accents and signs. The first one that a file has is taken.
_SYNONYMS: dict[Column, str] = {
    Column.EMPLOYEE_ID: (
        "employee id|employee number|employee no|employee nr|emp id|staff id|staff number|personnel number|person id|"
        "worker id|external id|hr id|personeelsnummer|personeelsnr|werknemersnummer|stamnummer|medewerkersnummer|"
        "medewerker id|matricule|numero de matricule|numero d'employe|numero employe|id employe|numero personnel|"
        "personalnummer|personalnr|mitarbeiternummer|mitarbeiternr|mitarbeiter id|id|nummer|guid"
    ),
    Column.EMAIL: (
        "email|e-mail|email address|e-mail address|work email|work e-mail|business email|company email|mail|"
        "primary email|user principal name|upn|emailadres|e-mailadres|mailadres|werkmail|zakelijk e-mailadres|courriel|"
        "adresse e-mail|adresse email|adresse mail|adresse electronique|adresse de courriel|e-mail professionnel|"
        "email professionnel|e-mail-adresse|mailadresse|dienstliche e-mail|geschaftliche e-mail"
    ),
    Column.NAME: (
        "name|full name|display name|employee name|person|naam|volledige naam|weergavenaam|naam medewerker|nom complet|"
        "nom et prenom|nom prenom|prenom nom|nom d'affichage|vollstandiger name|anzeigename|vor- und nachname"
    ),
    Column.GIVEN_NAME: (
        "first name|given name|firstname|forename|profile firstname|voornaam|roepnaam|prenom|vorname|rufname"
    ),
    Column.INFIX: "infix|tussenvoegsel|voorvoegsel|tussenvoegsels|namenszusatz",
    Column.FAMILY_NAME: (
        "last name|family name|lastname|surname|profile lastname|achternaam|familienaam|nom de famille|nom|nachname|"
        "familienname|zuname"
    ),
    Column.JOB_TITLE: (
        "job title|title|position|function|role|job|profile title|functie|functietitel|functieomschrijving|functienaam|"
        "titel|fonction|poste|intitule du poste|titre|emploi|stelle|position bezeichnung|funktion|stellenbezeichnung|"
        "berufsbezeichnung|jobtitel|jobbezeichnung"
    ),
    Column.UNIT: (
        "department|unit|team|org unit|organisational unit|organizational unit|organisation unit|department name|"
        "afdeling|eenheid|dienst|organisatie-eenheid|departement|service|unite|equipe|unite organisationnelle|"
        "abteilung|einheit|organisationseinheit|bereich|profile department"
    ),
    Column.PARENT_UNIT: (
        "division|parent|parent department|parent unit|parent team|business unit|divisie|directie|"
        "bovenliggende afdeling|hoofdafdeling|bovenliggende eenheid|direction|departement parent|service parent|"
        "unite parente|pole|"
        "ubergeordnete abteilung|hauptabteilung|geschaftsbereich|sparte"
    ),
    Column.SITE: (
        "location|site|office|work location|office location|place|city|plant|campus|profile city|locatie|vestiging|"
        "standplaats|werkplaats|werkplek|plaats|kantoor|stad|lieu|lieu de travail|localisation|bureau|ville|"
        "etablissement|implantation|standort|arbeitsort|buro|ort|niederlassung|dienstort"
    ),
    Column.LANGUAGE: (
        "language|locale|preferred language|lang|taal|voorkeurtaal|voertaal|langue|langue preferee|sprache|"
        "bevorzugte sprache|korrespondenzsprache"
    ),
    Column.STARTED_ON: (
        "start date|hire date|started on|date of hire|joined|joined on|join date|entry date|hired on|startdatum|"
        "in dienst|in dienst sinds|datum in dienst|indiensttreding|datum indiensttreding|begindatum|date d'embauche|"
        "date d'entree|date de debut|date d'arrivee|entree en service|date d'entree en service|eintrittsdatum|eintritt|"
        "eingestellt am|einstellungsdatum|beginn"
    ),
    Column.MANAGER_EMAIL: (
        "manager email|manager e-mail|manager email address|manager mail|supervisor email|managers email|"
        "line manager email|reports to email|e-mail manager|email manager|e-mail leidinggevende|email leidinggevende|"
        "leidinggevende e-mail|e-mail van leidinggevende|emailadres leidinggevende|e-mail du responsable|"
        "email du responsable|email responsable|e-mail responsable|courriel du responsable|email du manager|"
        "e-mail du manager|e-mail vorgesetzter|e-mail des vorgesetzten|vorgesetzter e-mail|e-mail fuhrungskraft"
    ),
    Column.MANAGER_ID: (
        "manager id|manager employee id|manager number|supervisor id|line manager id|reports to id|manager external id|"
        "personeelsnummer manager|personeelsnummer leidinggevende|leidinggevende id|leidinggevende nummer|"
        "matricule du responsable|matricule responsable|matricule manager|id responsable|id du responsable|"
        "personalnummer vorgesetzter|personalnummer des vorgesetzten|vorgesetzter id|vorgesetzten id"
    ),
    Column.MANAGER: (
        "manager|manager name|managers|supervisor|line manager|reports to|boss|direct manager|leidinggevende|"
        "direct leidinggevende|chef|verantwoordelijke|teamleider|responsable|superieur|superieur hierarchique|"
        "responsable hierarchique|n+1|vorgesetzter|vorgesetzte|fuhrungskraft|teamleiter|leiter"
    ),
}


def header_form(header: str) -> str:
    """A header without case, accents, spaces and signs: 'E-mail Address' and 'email_address' are one."""
    return "".join(c for c in without_accents(header) if c.isalnum() or c == "+")


_KNOWN: dict[Column, list[str]] = {
    column: [header_form(word) for word in words.split("|")] for column, words in _SYNONYMS.items()
}
_MEANS = {form: column for column, forms in _KNOWN.items() for form in forms}


def meaning_of(header: str) -> Column | None:
    return _MEANS.get(header_form(header))


def columns_of(headers: Sequence[str]) -> dict[Column, int]:
    """Which place each known column has. Of two that mean the same, the more telling name is taken.

    'nom' beside no first name is a whole name, as 'naam' is.
    """
    places = {header_form(header): place for place, header in reversed(list(enumerate(headers)))}
    found = {
        column: next(places[form] for form in forms if form in places)
        for column, forms in _KNOWN.items()
        if any(form in places for form in forms)
    }
    if Column.FAMILY_NAME in found and Column.GIVEN_NAME not in found and Column.NAME not in found:
        found[Column.NAME] = found.pop(Column.FAMILY_NAME)
    return found
