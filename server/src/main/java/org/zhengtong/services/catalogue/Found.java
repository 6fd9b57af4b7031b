package org.zhengtong.services.catalogue;

/** Something found: an item or a bundle. */
public sealed interface Found {
    String code();

    String name();

    /** An item. */
    record OfItem(ServiceItem item) implements Found {
        @Override
        public String code() {
            return item.code().value();
        }

        @Override
        public String name() {
            return item.name();
        }
    }

    /** A bundle. */
    record OfBundle(Bundle bundle) implements Found {
        @Override
        public String code() {
            return bundle.code();
        }

        @Override
        public String name() {
            return bundle.name();
        }
    }
}
