package io.sekisho.cli.house;

import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;

/** Finds statements that stand deeper than allowed within a method. An {@code else if} is no deeper than its {@code if}. */
final class Nesting extends TreeScanner<Void, Integer> {

    private final JavaSource source;
    private final int deepest;
    private final List<Finding> findings = new ArrayList<>();

    private Nesting(JavaSource source, int deepest) {
        this.source = source;
        this.deepest = deepest;
    }

    static List<Finding> findings(JavaSource source, int deepest) {
        Nesting nesting = new Nesting(source, deepest);
        nesting.scan(source.unit(), 0);
        return nesting.findings;
    }

    @Override
    public Void visitMethod(MethodTree method, Integer depth) {
        return super.visitMethod(method, 0);
    }

    @Override
    public Void visitIf(IfTree branch, Integer depth) {
        int inner = enter(branch, depth);
        scan(branch.getCondition(), depth);
        scan(branch.getThenStatement(), inner);
        StatementTree otherwise = branch.getElseStatement();
        return scan(otherwise, otherwise instanceof IfTree ? depth : inner);
    }

    @Override
    public Void visitForLoop(ForLoopTree loop, Integer depth) {
        return super.visitForLoop(loop, enter(loop, depth));
    }

    @Override
    public Void visitEnhancedForLoop(EnhancedForLoopTree loop, Integer depth) {
        return super.visitEnhancedForLoop(loop, enter(loop, depth));
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Integer depth) {
        return super.visitWhileLoop(loop, enter(loop, depth));
    }

    @Override
    public Void visitDoWhileLoop(DoWhileLoopTree loop, Integer depth) {
        return super.visitDoWhileLoop(loop, enter(loop, depth));
    }

    @Override
    public Void visitSwitch(SwitchTree choice, Integer depth) {
        return super.visitSwitch(choice, enter(choice, depth));
    }

    @Override
    public Void visitSynchronized(SynchronizedTree locked, Integer depth) {
        return super.visitSynchronized(locked, enter(locked, depth));
    }

    @Override
    public Void visitTry(TryTree attempt, Integer depth) {
        return super.visitTry(attempt, enter(attempt, depth));
    }

    private int enter(Tree statement, int depth) {
        if (depth == deepest) {
            findings.add(source.finding(source.lineOf(statement), "is nested " + (depth + 1) + " deep"));
        }
        return depth + 1;
    }
}
