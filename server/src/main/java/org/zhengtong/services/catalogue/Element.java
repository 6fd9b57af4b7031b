package org.zhengtong.services.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The elements of an implementation entry that somebody fills in (GB/T 39046-2020): the one list that editor, comparison
 * of versions, inheritance, import and export go by. What follows from the body and the base item — codes, level, type —
 * is no element.
 */
public enum Element {
    NAME("name", Part.BASICS, Kind.LINE),
    SUMMARY("summary", Part.BASICS, Kind.TEXT),
    EVERYDAY_WORDS("everydayWords", Part.BASICS, Kind.LINES),
    AUDIENCE("audience", Part.BASICS, Kind.CHOICES),
    LIFE_EVENT("lifeEvent", Part.BASICS, Kind.CHOICE),
    TOPICS("further/topics", Part.BASICS, Kind.LINES),

    LEGAL_BASIS("legalBasis", Part.LAW, Kind.LINES),
    POWER_SOURCE("powerSource", Part.LAW, Kind.CHOICE),
    BODY_NATURE("further/bodyNature", Part.LAW, Kind.CHOICE),
    ENTRUSTED_BODY("further/entrustedBody", Part.LAW, Kind.LINE),
    JOINT_BODIES("further/jointBodies", Part.LAW, Kind.LINES),
    CROSS_REGION("further/crossRegion", Part.LAW, Kind.LINE),
    QUANTITY_LIMIT("further/quantityLimit", Part.LAW, Kind.LINE),
    INTERMEDIARY_SERVICES("further/intermediaryServices", Part.LAW, Kind.LINES),

    CONDITIONS("conditions", Part.COURSE, Kind.LINES),
    FLOW("flow", Part.COURSE, Kind.LINES),
    INSTANT("instant", Part.COURSE, Kind.YES_NO),
    STATUTORY_DAYS("statutoryDays", Part.COURSE, Kind.NUMBER),
    PROMISED_DAYS("promisedDays", Part.COURSE, Kind.NUMBER),
    SPECIAL_PROCEDURES("further/specialProcedures", Part.COURSE, Kind.PROCEDURES),
    SIGN_OFF("further/signOff", Part.COURSE, Kind.LINES),
    RENEWAL("further/renewal", Part.COURSE, Kind.LINE),

    ONLINE("online", Part.CHANNELS, Kind.YES_NO),
    ONLINE_DEPTH("further/onlineDepth", Part.CHANNELS, Kind.CHOICE),
    ONLINE_ADDRESS("further/onlineAddress", Part.CHANNELS, Kind.LINE),
    VISITS("visits", Part.CHANNELS, Kind.NUMBER),
    VISIT_REASON("visitReason", Part.CHANNELS, Kind.LINE),
    POST_ACCEPTED("postAccepted", Part.CHANNELS, Kind.YES_NO),
    BOOKABLE("bookable", Part.CHANNELS, Kind.YES_NO),
    KIOSK("kiosk", Part.CHANNELS, Kind.YES_NO),
    ADDRESS("address", Part.CHANNELS, Kind.LINE),
    OPENING_HOURS("openingHours", Part.CHANNELS, Kind.LINE),
    CONSULTATION_PHONE("consultationPhone", Part.CHANNELS, Kind.LINE),
    COMPLAINT_PHONE("complaintPhone", Part.CHANNELS, Kind.LINE),

    FEE_STANDARD("feeStandard", Part.RESULT, Kind.LINE),
    RESULT("result", Part.RESULT, Kind.LINE),
    LICENCE_TYPE("licenceType", Part.RESULT, Kind.LINE),
    RESULT_SAMPLE("further/resultSample", Part.RESULT, Kind.LINE),

    MATERIALS("materials", Part.MATERIALS, Kind.MATERIALS),
    SITUATIONS("situations", Part.GUIDE, Kind.SITUATIONS),
    HANDLING_ITEMS("handlingItems", Part.GUIDE, Kind.HANDLING_ITEMS),
    FORM("form", Part.FORM, Kind.FORM),
    QUESTIONS("questions", Part.QUESTIONS, Kind.QUESTIONS);

    /** The pages of the editor, in the order in which an entry is written. */
    public enum Part {
        BASICS,
        LAW,
        COURSE,
        CHANNELS,
        RESULT,
        MATERIALS,
        GUIDE,
        FORM,
        QUESTIONS;

        public List<Element> elements() {
            return Arrays.stream(Element.values())
                    .filter(element -> element.part == this)
                    .toList();
        }
    }

    /** What an element holds: a value that fits one field of a page, or a list with an editor of its own. */
    public enum Kind {
        LINE,
        TEXT,
        LINES,
        NUMBER,
        YES_NO,
        CHOICE,
        CHOICES,
        PROCEDURES,
        MATERIALS,
        SITUATIONS,
        HANDLING_ITEMS,
        FORM,
        QUESTIONS;

        /** Whether it is filled in with one field. */
        public boolean isSimple() {
            return switch (this) {
                case LINE, TEXT, LINES, NUMBER, YES_NO, CHOICE, CHOICES -> true;
                case PROCEDURES, MATERIALS, SITUATIONS, HANDLING_ITEMS, FORM, QUESTIONS -> false;
            };
        }
    }

    private final String path;
    private final Part part;
    private final Kind kind;

    Element(String path, Part part, Kind kind) {
        this.path = path;
        this.part = part;
        this.kind = kind;
    }

    /** Where it stands in the entry's document, such as {@code further/topics}. */
    public String path() {
        return path;
    }

    /** Its name in the API, in findings and in tables: the last step of the path. */
    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public Part part() {
        return part;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether an entry may leave it unsaid; it is then absent, not empty. */
    public boolean isOptional() {
        return switch (this) {
            case ENTRUSTED_BODY,
                    CROSS_REGION,
                    QUANTITY_LIMIT,
                    ONLINE_ADDRESS,
                    VISIT_REASON,
                    FEE_STANDARD,
                    LICENCE_TYPE,
                    RENEWAL,
                    RESULT_SAMPLE -> true;
            default -> false;
        };
    }

    public static Optional<Element> of(String id) {
        return Arrays.stream(values())
                .filter(element -> element.id().equals(id))
                .findFirst();
    }
}
