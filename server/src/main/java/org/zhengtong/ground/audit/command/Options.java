package org.zhengtong.ground.audit.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What stands behind the command.
 *
 * @param named {@code --name value}
 * @param plain what has no name
 */
record Options(Map<String, String> named, List<String> plain) {
    private static final Set<String> KNOWN =
            Set.of("--key", "--older", "--tiles", "--proof", "--data", "--name", "--by", "--reason");
    private static final String TILES = "--tiles";

    static Options parse(List<String> arguments) {
        Map<String, String> named = new TreeMap<>();
        List<String> plain = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                plain.add(argument);
            } else if (!KNOWN.contains(argument)) {
                throw new AskedWrongly("there is no option " + argument);
            } else if (argument.equals(TILES)) {
                named.put(argument, "");
            } else if (++i < arguments.size()) {
                named.put(argument, arguments.get(i));
            } else {
                throw new AskedWrongly(argument + " needs something behind it");
            }
        }
        return new Options(Map.copyOf(named), List.copyOf(plain));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(named.get(name));
    }

    String require(String name) {
        return find(name).filter(value -> !value.isBlank()).orElseThrow(() -> new AskedWrongly(name + " is missing"));
    }

    boolean tiles() {
        return named.containsKey(TILES);
    }

    String onlyPlain(String what) {
        if (plain.size() != 1) {
            throw new AskedWrongly("say which " + what + ", and only one");
        }
        return plain.getFirst();
    }
}
