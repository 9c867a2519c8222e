package io.sekisho.cli.house;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the project's own POM files name: libraries by scope, and the tools of the build. */
final class Poms {

    private static final String OURS = "io.sekisho:";
    private static final String PLUGINS = "org.apache.maven.plugins";

    /** Spotless names its formatter by an element and not by coordinates. */
    private static final String FORMATTER = "palantirJavaFormat";

    private final List<Element> poms;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> managed = new HashMap<>();

    private Poms(List<Element> poms) {
        this.poms = poms;
        elements("properties")
                .flatMap(Poms::children)
                .forEach(each -> properties.put(each.getTagName(), each.getTextContent()));
        elements("dependency")
                .filter(each -> text(each, "version").isPresent())
                .forEach(each -> managed.put(name(each), version(each)));
    }

    static Poms read(Path root, List<String> modules) {
        return new Poms(Stream.concat(Stream.of("pom.xml"), modules.stream().map(module -> module + "/pom.xml"))
                .map(root::resolve)
                .map(Poms::parse)
                .toList());
    }

    /** Names of the libraries that ship because one of our modules asks for them. */
    Set<String> asked() {
        return dependencies("compile").map(Library::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Plugins, annotation processors, the formatter, and what tests use. */
    Set<Library> tools() {
        Stream<Library> plugins = elements("plugin")
                .filter(plugin -> text(plugin, "version").isPresent())
                .map(plugin -> new Library(
                        text(plugin, "groupId").orElse(PLUGINS) + ":"
                                + text(plugin, "artifactId").orElseThrow(),
                        version(plugin)));
        Stream<Library> processors = elements("path").map(path -> new Library(name(path), version(path)));
        Stream<Library> formatter = elements(FORMATTER)
                .map(format -> new Library("com.palantir.javaformat:palantir-java-format", version(format)));
        return Stream.of(plugins, processors, formatter, dependencies("test"))
                .flatMap(each -> each)
                .collect(Collectors.toSet());
    }

    /** Of the modules, not those that the parent only manages. */
    private Stream<Library> dependencies(String scope) {
        return elements("dependency")
                .filter(each -> !isManaged(each) && !name(each).startsWith(OURS))
                .filter(each -> text(each, "scope").orElse("compile").equals(scope))
                .map(each -> new Library(name(each), managed.getOrDefault(name(each), "")));
    }

    private static boolean isManaged(Element dependency) {
        return dependency.getParentNode().getParentNode().getNodeName().equals("dependencyManagement");
    }

    private Stream<Element> elements(String tag) {
        return poms.stream().flatMap(pom -> stream(pom.getElementsByTagName(tag)));
    }

    private static String name(Element coordinates) {
        return text(coordinates, "groupId").orElseThrow() + ":"
                + text(coordinates, "artifactId").orElseThrow();
    }

    private String version(Element coordinates) {
        String written = text(coordinates, "version").orElse("");
        return written.startsWith("${")
                ? properties.getOrDefault(written.substring(2, written.length() - 1), written)
                : written;
    }

    private static Optional<String> text(Element parent, String tag) {
        return children(parent)
                .filter(child -> child.getTagName().equals(tag))
                .map(child -> child.getTextContent().strip())
                .findFirst();
    }

    private static Stream<Element> children(Element parent) {
        return stream(parent.getChildNodes());
    }

    private static Stream<Element> stream(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).forEach(node -> {
            if (node instanceof Element element) {
                elements.add(element);
            }
        });
        return elements.stream();
    }

    private static Element parse(Path pom) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(pom.toFile())
                    .getDocumentElement();
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException("Cannot read " + pom, unreadable);
        }
    }
}
