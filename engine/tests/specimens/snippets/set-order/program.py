print(set('journal commit rollback savepoint'.split()))
