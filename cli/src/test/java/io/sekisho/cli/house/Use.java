package io.sekisho.cli.house;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a source uses something by name.
 *
 * @param name owner and member, {@code Instant.now}; a constructor is {@code new Random}; after a chain of calls the owner
 *     is empty; an import stands with its whole name
 * @param arguments null where nothing is called: a reference, a field, an import
 * @param isForDebugging whether it happens only if the debug property is set
 */
record Use(String name, @Nullable List<String> arguments, int line, boolean isForDebugging) {

    private static final String DEBUG_PROPERTY = "sekisho.debug";

    static List<Use> in(JavaSource source) {
        Scan scan = new Scan(source);
        scan.scan(new TreePath(source.unit()), null);
        return scan.uses;
    }

    boolean isCallOf(int count) {
        return arguments != null && arguments.size() == count;
    }

    /** Whether the first argument, or that of a reference, is a locale. */
    boolean isWithLocale() {
        return arguments != null
                && !arguments.isEmpty()
                && (arguments.getFirst().contains("Locale.")
                        || arguments.getFirst().equals("locale"));
    }

    private static final class Scan extends TreePathScanner<Void, Void> {

        private final JavaSource source;
        private final List<Use> uses = new ArrayList<>();

        Scan(JavaSource source) {
            this.source = source;
        }

        @Override
        public Void visitImport(ImportTree imported, Void nothing) {
            MemberSelectTree name = (MemberSelectTree) imported.getQualifiedIdentifier();
            add(imported.isStatic() ? member(name) : name.toString(), null, imported);
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            if (!(call.getMethodSelect() instanceof MemberSelectTree select)) {
                return super.visitMethodInvocation(call, null);
            }
            add(member(select), texts(call.getArguments()), call);
            scan(select.getExpression(), null);
            return scan(call.getArguments(), null);
        }

        @Override
        public Void visitNewClass(NewClassTree created, Void nothing) {
            add("new " + owner(created.getIdentifier()), texts(created.getArguments()), created);
            return super.visitNewClass(created, null);
        }

        @Override
        public Void visitMemberReference(MemberReferenceTree reference, Void nothing) {
            String owner = owner(reference.getQualifierExpression());
            boolean isConstructor = reference.getMode() == MemberReferenceTree.ReferenceMode.NEW;
            add(isConstructor ? "new " + owner : owner + "." + reference.getName(), null, reference);
            return super.visitMemberReference(reference, null);
        }

        @Override
        public Void visitMemberSelect(MemberSelectTree select, Void nothing) {
            add(member(select), null, select);
            return super.visitMemberSelect(select, null);
        }

        private void add(String name, @Nullable List<String> arguments, Tree at) {
            uses.add(new Use(name, arguments, source.lineOf(at), isForDebugging()));
        }

        private boolean isForDebugging() {
            TreePath inner = getCurrentPath();
            for (TreePath path = inner.getParentPath(); path != null; path = path.getParentPath()) {
                if (path.getLeaf() instanceof IfTree branch
                        && branch.getThenStatement().equals(inner.getLeaf())
                        && branch.getCondition().toString().contains(DEBUG_PROPERTY)) {
                    return true;
                }
                inner = path;
            }
            return false;
        }

        private static String member(MemberSelectTree select) {
            return owner(select.getExpression()) + "." + select.getIdentifier();
        }

        private static String owner(Tree expression) {
            return switch (expression) {
                case IdentifierTree name -> name.getName().toString();
                case MemberSelectTree select -> select.getIdentifier().toString();
                case ParameterizedTypeTree type -> owner(type.getType());
                default -> "";
            };
        }

        private static List<String> texts(List<? extends ExpressionTree> arguments) {
            return arguments.stream().map(Object::toString).toList();
        }
    }
}
