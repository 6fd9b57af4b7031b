package org.zhengtong.services.catalogue;

/** The answer to a question about one aspect of an item: what the item, in the version it now has, says on it. */
public record Answer(Aspect aspect, ServiceItem item) {

    /** Whether the item says anything on it at all. */
    public boolean saysSomething() {
        return switch (aspect) {
            case MATERIALS -> !item.materials().isEmpty();
            case TIME -> item.promisedDays() > 0 || item.statutoryDays() > 0;
            case PLACE -> !item.address().isBlank() && !item.consultationPhone().isBlank();
            case FEE, VISITS -> true;
        };
    }
}
