package org.zhengtong.services.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The elements of the national exchange schema that a guide can do without.
 *
 * @param entrustedBody who carries it out for the body (受委托部门)
 * @param specialProcedures those the item may need, whose time does not count (行政许可法 45)
 * @param crossRegion scope of cross-region handling (通办范围)
 * @param jointBodies bodies that decide together with this one (联办机构)
 * @param intermediaryServices what an intermediary has to do first (中介服务)
 * @param quantityLimit how many can be granted (数量限制)
 * @param resultSample where a sample of the result is shown
 * @param onlineAddress where it is handled online, when not here
 * @param signOff names of the levels of the review, each signed by somebody else; empty for the usual one
 * @param renewal the answer of the guide by which a filing is for the renewal of a licence (延续), {@code situation=answer}
 */
public record FurtherElements(
        BodyNature bodyNature,
        Optional<String> entrustedBody,
        List<SpecialProcedure> specialProcedures,
        Optional<String> crossRegion,
        List<String> jointBodies,
        List<String> intermediaryServices,
        Optional<String> quantityLimit,
        Optional<String> resultSample,
        OnlineDepth onlineDepth,
        Optional<String> onlineAddress,
        List<String> topics,
        List<String> signOff,
        Optional<String> renewal) {

    /** Documents published before an element was known do not say it. */
    public FurtherElements {
        signOff = List.copyOf(Objects.requireNonNullElse(signOff, List.of()));
        renewal = Objects.requireNonNullElse(renewal, Optional.empty());
    }

    /** Whether a filing in these situations is for the renewal of a licence. */
    public boolean isRenewal(Map<String, String> situations) {
        return renewal.map(text -> text.split("=", 2))
                .filter(parts -> parts.length == 2 && parts[1].equals(situations.get(parts[0])))
                .isPresent();
    }

    public static final FurtherElements NONE = new FurtherElements(
            BodyNature.STATUTORY_ORGAN,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            OnlineDepth.WHOLE,
            Optional.empty(),
            List.of(),
            List.of(),
            Optional.empty());

    FurtherElements withOnlineDepth(OnlineDepth depth) {
        return new FurtherElements(
                bodyNature,
                entrustedBody,
                specialProcedures,
                crossRegion,
                jointBodies,
                intermediaryServices,
                quantityLimit,
                resultSample,
                depth,
                onlineAddress,
                topics,
                signOff,
                renewal);
    }

    FurtherElements with(List<SpecialProcedure> procedures, List<String> levels, Optional<String> renewed) {
        return new FurtherElements(
                bodyNature,
                entrustedBody,
                procedures,
                crossRegion,
                jointBodies,
                intermediaryServices,
                quantityLimit,
                resultSample,
                onlineDepth,
                onlineAddress,
                topics,
                levels,
                renewed);
    }

    /** What the implementing body is (GB/T 39046-2020, annex A). */
    public enum BodyNature {
        STATUTORY_ORGAN("1"),
        AUTHORISED_ORGANISATION("2"),
        ENTRUSTED_ORGANISATION("3"),
        OTHER("9");

        private final String code;

        BodyNature(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /** How far one comes online (网上办理深度). */
    public enum OnlineDepth {
        INFORMATION,
        APPLICATION,
        ACCEPTANCE,
        DECISION,
        WHOLE
    }
}
