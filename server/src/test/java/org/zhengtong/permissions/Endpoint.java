package org.zhengtong.permissions;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A method and a path the program answers, the path with its names in braces. */
record Endpoint(RequestMethod method, String path) {
    private static final Pattern NAME = Pattern.compile("\\{\\*?([a-zA-Z]+)(:([^}|]*)[^}]*)?}");

    static List<Endpoint> all(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .flatMap(path -> methods(mapping.getMethodsCondition().getMethods())
                                .map(method -> new Endpoint(method, path))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method))
                .distinct()
                .toList();
    }

    private static Stream<RequestMethod> methods(Set<RequestMethod> named) {
        return named.isEmpty() ? Stream.of(RequestMethod.GET) : named.stream();
    }

    boolean isForPrograms() {
        return path.startsWith("/api/");
    }

    boolean reads() {
        return method == RequestMethod.GET;
    }

    /** With something in the place of each name; of a choice ({@code {size:phone|desktop}}) its first. */
    String filled(Function<String, String> values) {
        return NAME.matcher(path)
                .replaceAll(found -> found.group(3) == null ? values.apply(found.group(1)) : found.group(3));
    }

    @Override
    public String toString() {
        return method + " " + NAME.matcher(path).replaceAll("{$1}");
    }
}
