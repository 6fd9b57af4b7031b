package org.zhengtong.services.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bundles of the demo city and what they come to, for tests that need no database. */
public final class DemoBundles {
    private static final EntryList LIST = new EntryList();
    public static final List<ServiceItem> ITEMS = LIST.entries(YunxiBodies.read());
    public static final List<Bundle> BUNDLES = LIST.bundles(ITEMS);

    private DemoBundles() {}

    public static Bundle bundle(String code) {
        return BUNDLES.stream()
                .filter(bundle -> bundle.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    public static BundlePlan plan(Bundle bundle, Map<String, String> answers) {
        return BundlePlan.of(bundle, items(bundle), answers);
    }

    public static List<ServiceItem> items(Bundle bundle) {
        return bundle.items().stream()
                .flatMap(code -> ITEMS.stream().filter(item -> item.code().equals(code)))
                .toList();
    }

    /** Every way of answering the guide. */
    public static List<Map<String, String>> answers(Bundle bundle) {
        List<Map<String, String>> all = new ArrayList<>(List.of(Map.of()));
        for (Bundle.Choice choice : bundle.guide()) {
            for (Map<String, String> before : List.copyOf(all)) {
                for (Bundle.Answer answer : choice.answers()) {
                    Map<String, String> one = new LinkedHashMap<>(before);
                    one.put(choice.id(), answer.id());
                    all.add(one);
                }
            }
        }
        return all;
    }
}
