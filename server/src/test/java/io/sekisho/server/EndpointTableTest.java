package io.sekisho.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sekisho.server.access.Endpoints;
import io.sekisho.server.access.TestDatabase;
import io.sekisho.server.platform.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** No handler of ours is without a row in the table of endpoints. */
final class EndpointTableTest {

    /** The container's own way to the page of errors; from outside nothing is there. */
    private static final Set<String> NOT_FOR_OUTSIDE = Set.of("/error");

    @TempDir
    Path data;

    @Test
    void everyHandlerHasItsRow() {
        assertThat(without(List.of())).isEmpty();
    }

    @Test
    void aHandlerWithoutARowIsSeen() {
        assertThat(without(List.of(Planted.class))).containsExactly("GET /v1/planted");
    }

    private List<String> without(List<Class<?>> more) {
        Settings settings = new Settings(0, 0, data, TestDatabase.empty().url(), null, false, null, null);
        try (Server server = Server.start(settings, LogFormat.PLAIN, more)) {
            return server.part(RequestMappingHandlerMapping.class).getHandlerMethods().entrySet().stream()
                    .filter(handler ->
                            handler.getValue().getBeanType().getName().startsWith("io.sekisho"))
                    .flatMap(handler -> addresses(handler.getKey()))
                    .filter(address -> !isInTable(address))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream()
                .filter(pattern -> !NOT_FOR_OUTSIDE.contains(pattern))
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of("ANY " + pattern)
                        : mapping.getMethodsCondition().getMethods().stream().map(method -> method + " " + pattern));
    }

    private static boolean isInTable(String address) {
        String method = address.substring(0, address.indexOf(' '));
        String path = address.substring(address.indexOf(' ') + 1).replaceAll("\\{[^}]*}", "x");
        return Endpoints.find(HttpMethod.valueOf(method), PathContainer.parsePath(path))
                instanceof Endpoints.Match.Found;
    }

    @Configuration(proxyBeanMethods = false)
    @Import(PlantedController.class)
    static class Planted {}

    @RestController
    static class PlantedController {

        @GetMapping("/v1/planted")
        String planted() {
            return "";
        }
    }
}
