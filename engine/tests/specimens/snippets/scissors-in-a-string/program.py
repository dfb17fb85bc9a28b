x = [1, 2]
print("-8<-", "8<--", x[0 : 8<-1])
# 8 < 9, and -8 < 9; [start:stop] is a slice
